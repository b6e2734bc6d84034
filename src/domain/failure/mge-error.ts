/** What may be done about a failure: try again soon, try again at a given time, stop, or pause the run and ask a person. */
export type RetryClass = 'retry' | 'wait-until' | 'give-up' | 'ask-human';

/** Every code that an {@link MgeError} can carry. Codes, never messages, are compared. */
export type FailureCode =
  | 'budget-reached'
  | 'run-over'
  | 'model-refused'
  | 'model-truncated'
  | 'model-answer-invalid'
  | 'model-rate-limited'
  | 'model-overloaded'
  | 'model-unavailable'
  | 'model-batched'
  | 'model-request-rejected'
  | 'github-rate-limited'
  | 'github-unavailable'
  | 'github-not-found'
  | 'github-forbidden'
  | 'github-archived'
  | 'github-suspended'
  | 'github-conflict'
  | 'github-rejected'
  | 'branch-moved'
  | 'settings-invalid'
  | 'plan-invalid'
  | 'draft-rejected'
  | 'protected-path'
  | 'workflow-missing'
  | 'workflow-failed'
  | 'results-invalid'
  | 'sandbox-refused'
  | 'store-locked'
  | 'store-unavailable'
  | 'queue-unavailable'
  | 'syntax-unavailable'
  | 'configuration-invalid'
  | 'internal';

export interface FailureFacts {
  readonly code: FailureCode;
  readonly retry: RetryClass;
  /** What a person can do now, one sentence. Shown on GitHub: no secrets, no paths. */
  readonly nextStep: string;
  /** With `wait-until`: when to try again. */
  readonly until?: Date;
  readonly cause?: unknown;
}

/** The one error class of MGE: a redacted message, a code, and what may be done about it. */
export class MgeError extends Error {
  readonly code: FailureCode;
  readonly retry: RetryClass;
  readonly nextStep: string;
  readonly until: Date | null;

  constructor(message: string, facts: FailureFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'MgeError';
    this.code = facts.code;
    this.retry = facts.retry;
    this.nextStep = facts.nextStep;
    this.until = facts.until ?? null;
  }
}
