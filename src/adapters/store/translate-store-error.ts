import { MgeError } from '#domain/failure/mge-error.ts';

/**
 * SQLSTATE classes of a server that is away, full, or asks to try again, and 55000 of a database that takes no connections just
 * now; anything else is a fault of a statement.
 */
const PASSING = /^(?:08|40|53|55000|55P03|57P)/;
const NETWORK = /^E[A-Z]+$/;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What the database driver throws, as MgeError; an MgeError passes as it is. The driver's message stays in the cause. */
export function translateStoreError(error: unknown): MgeError {
  if (error instanceof MgeError) return error;
  const code = codeOf(error);
  const passing = code === '' || PASSING.test(code) || NETWORK.test(code);
  return new MgeError(passing ? 'The database cannot be reached.' : `The database refused a statement (${code}).`, {
    code: passing ? 'store-unavailable' : 'internal',
    retry: passing ? 'retry' : 'give-up',
    nextStep: passing ? 'Check that the database is running.' : 'Report this to the developers of MGE.',
    cause: error,
  });
}

/** Runs a use of the database; what it throws is an MgeError. */
export async function storeCall<T>(use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    throw translateStoreError(error);
  }
}
