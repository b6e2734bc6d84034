/** One workflow run that the local GitHub asks for; everything a runner needs to perform it. */
export interface WorkflowJob {
  readonly runId: number;
  /** `owner/name`. */
  readonly repository: string;
  /** Path of the bare git repository to check out from. */
  readonly gitDir: string;
  readonly headSha: string;
  /** Full ref, such as `refs/heads/main`. */
  readonly ref: string;
  readonly workflowPath: string;
  /** The workflow's text on the default branch. */
  readonly workflowText: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Aborted when the run is cancelled on GitHub, or when the local GitHub closes. */
  readonly signal?: AbortSignal;
}

/** A file set that the run uploaded, as one zip. */
export interface WorkflowArtifact {
  readonly name: string;
  readonly archive: Uint8Array;
}

export interface WorkflowOutcome {
  readonly conclusion: 'success' | 'failure' | 'cancelled' | 'timed_out';
  readonly artifacts: readonly WorkflowArtifact[];
  readonly log: string;
}

/** Performs workflow runs; GitHub Actions' part of the local GitHub. */
export interface WorkflowRunner {
  run(job: WorkflowJob): Promise<WorkflowOutcome>;
}
