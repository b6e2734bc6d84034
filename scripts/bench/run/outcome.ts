/** How a policy did on a workload. */
export interface Outcome {
  /** From the approved plan to the last symbol that is validated (and, of MGE, to the last commit), in seconds. */
  readonly makespan: number;
  /** Runs of GitHub Actions, and how many were under way at once. */
  readonly runs: number;
  readonly runsAtOnce: number;
}
