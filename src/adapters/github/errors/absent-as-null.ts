import { MgeError, type FailureCode } from '#domain/failure/mge-error.ts';

/** Whether an error is a failure with one of these codes. */
export function failedWith(error: unknown, ...codes: readonly FailureCode[]): error is MgeError {
  return error instanceof MgeError && codes.includes(error.code);
}

/** Null for what is not there; `alsoAbsent` names further codes that mean the same to the caller. */
export async function absentAsNull<T>(request: Promise<T>, ...alsoAbsent: readonly FailureCode[]): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (failedWith(error, 'github-not-found', ...alsoAbsent)) return null;
    throw error;
  }
}
