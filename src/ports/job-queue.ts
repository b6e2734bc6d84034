/** A job is a pointer: the work itself stands in the store. */
export type Job =
  | { readonly kind: 'tick'; readonly runId: string }
  | { readonly kind: 'effect'; readonly runId: string; readonly key: string }
  /** Looks at the next repository that an installation brought. */
  | { readonly kind: 'setup'; readonly installationId: number };

export type JobOutcome = { readonly done: true } | { readonly done: false; readonly retryAt: Date };

/** Quick jobs never wait behind slow ones (model calls, analyses). */
export type Lane = 'quick' | 'slow';

export interface EnqueueOptions {
  readonly notBefore?: Date;
  /** `quick` when not given. A job's identity always goes to the same lane. */
  readonly lane?: Lane;
  /**
   * Of a slow job: how many of its run were handed in right before it. Runs take turns by it, so that a large one does not keep
   * the others waiting; jobs of one run keep their order.
   */
  readonly place?: number;
}

export interface JobQueue {
  /**
   * Hands in a job. One with the same identity that still waits is kept instead (and is due at once, when the new one is);
   * while one with the same identity runs, the new one waits and runs after it. So two never run at once, and none is lost.
   */
  enqueue(job: Job, options?: EnqueueOptions): Promise<void>;
  /**
   * Starts working: at most `concurrency` slow jobs at a time, and a few quick ones beside them. The handler never throws
   * for an expected failure; when it throws, the job is tried again later. May be called once.
   */
  work(handler: (job: Job) => Promise<JobOutcome>, options: { readonly concurrency: number }): Promise<void>;
  /** Stops taking jobs, waits for the running ones. */
  close(): Promise<void>;
}
