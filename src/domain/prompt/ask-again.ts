import { MgeError, type FailureCode } from '#domain/failure/mge-error.ts';

/** Failures of the answer itself: another attempt may do better. Everything else is the caller's. */
const BAD_ANSWERS: ReadonlySet<FailureCode> = new Set([
  'model-truncated',
  'model-refused',
  'model-answer-invalid',
  'plan-invalid',
]);

/** The failure of the answer that an error stands for, or null for any other error. */
export function badAnswer(error: unknown): MgeError | null {
  return error instanceof MgeError && BAD_ANSWERS.has(error.code) ? error : null;
}

/**
 * Asks until an answer is good, at most `attempts` times; `ask` gets the number of the attempt, from 1, and what was wrong
 * with the one before. Throws the last failure. Attempts that the ledger already holds are replayed, so that a retried
 * effect walks through them for free and pays only for a new one.
 */
export async function askAgain<T>(
  attempts: number,
  ask: (attempt: number, previous: MgeError | null) => Promise<T>,
  attempt = 1,
  previous: MgeError | null = null,
): Promise<T> {
  try {
    return await ask(attempt, previous);
  } catch (error) {
    const failure = badAnswer(error);
    if (failure === null || attempt >= attempts) throw error;
    return askAgain(attempts, ask, attempt + 1, failure);
  }
}

/** How often people asked to retry the effect of a key (`…/retry-2` is 2). */
export function retriesOf(key: string): number {
  return Number(/\/retry-(\d+)$/u.exec(key)?.[1] ?? 0);
}
