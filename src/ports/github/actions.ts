import type { Repository } from '#domain/run/repository.ts';

export interface WorkflowRun {
  readonly id: number;
  readonly key: string;
  readonly headSha: string;
  readonly status: string;
  readonly conclusion: string | null;
  /** For people. */
  readonly url: string;
}

export interface CheckReport {
  readonly name: string;
  readonly conclusion: 'success' | 'failure' | 'neutral';
  readonly title: string;
  readonly summary: string;
  readonly detailsUrl?: string;
}

/** GitHub Actions as the validation runner, and the checks that show its verdicts. */
export interface Actions {
  /** Starts the validation workflow on a branch, once per key (a run with this key is found, not doubled). */
  dispatch(
    repository: Repository,
    request: { workflow: string; branch: string; headSha: string; key: string },
  ): Promise<void>;
  /** The validation run with a key: of that workflow path, on that commit, dispatched by MGE; else null. */
  find(
    repository: Repository,
    request: { workflow: string; headSha: string; key: string },
  ): Promise<WorkflowRun | null>;
  /** The one results artifact of a run that `find` told to be completed, as the zip's bytes of that file (size-limited). Throws `results-invalid`. */
  downloadResults(repository: Repository, runId: number): Promise<Uint8Array>;
  /** Whether the workflow file stands on the default branch, and its text. */
  readWorkflow(repository: Repository, workflow: string): Promise<string | null>;
  /** Shows checks on a commit, each name once: what is there is brought up to date, what is as it should be is left alone. */
  publishChecks(repository: Repository, headSha: string, reports: readonly CheckReport[]): Promise<void>;
}
