import type { Failure } from '#domain/failure/failure.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import { redact } from '#domain/failure/redact.ts';

export interface ClassifiedFailure {
  readonly failure: Failure;
  /** When to try again, if the failure says so. */
  readonly until: Date | null;
}

/**
 * Any thrown value as a redacted failure. What is not an {@link MgeError} is a fault of MGE itself: code `internal`, worth
 * another try, since the cause may pass (a dropped connection that no adapter translated).
 */
export function classifyFailure(error: unknown): ClassifiedFailure {
  if (error instanceof MgeError) {
    return {
      failure: {
        code: error.code,
        message: redact(error.message),
        nextStep: redact(error.nextStep),
        retry: error.retry,
      },
      until: error.until,
    };
  }
  const said = error instanceof Error ? `${error.name}: ${error.message}` : 'a value that is not an error was thrown';
  return {
    failure: {
      code: 'internal',
      message: redact(`Something in MGE went wrong: ${said}`),
      nextStep: 'Comment `/mge retry`; if it happens again, report it to the operator of this MGE.',
      retry: 'retry',
    },
    until: null,
  };
}
