/** A request that is about to be sent to GitHub. */
export interface PlannedRequest {
  readonly installation: number;
  /** Whether it writes: GitHub limits these by the minute, too. */
  readonly creating: boolean;
  /** The run that it is for; null when it is for none. */
  readonly run: string | null;
}

export interface RequestCount {
  readonly requests: number;
  readonly creating: number;
}

/** GitHub's limits, shared by all workers, and the count of what each run used. */
export interface RequestBudget {
  /** Counts a request and answers null; or counts nothing and answers when there is room again. */
  spend(request: PlannedRequest): Promise<Date | null>;
  /** GitHub itself asked an installation to wait. */
  block(installation: number, until: Date): Promise<void>;
  countOf(run: string): Promise<RequestCount>;
}
