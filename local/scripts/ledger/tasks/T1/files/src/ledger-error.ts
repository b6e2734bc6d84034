/** What can be wrong with something that a person enters, as a code that programs can compare. */
export type LedgerErrorCode =
  | 'invalid-amount'
  | 'invalid-currency'
  | 'invalid-rate'
  | 'invalid-name'
  | 'invalid-split'
  | 'invalid-expense'
  | 'invalid-csv'
  | 'invalid-document'
  | 'invalid-command'
  | 'unknown-member'
  | 'duplicate-member';

/** A mistake in what was entered; its message is meant for the person who entered it. */
export class LedgerError extends Error {
  readonly code: LedgerErrorCode;

  constructor(code: LedgerErrorCode, message: string) {
    super(message);
    this.name = 'LedgerError';
    this.code = code;
  }
}

/** Answers whether an error is a mistake of the person, and not of the program. */
export function isLedgerError(error: unknown): error is LedgerError {
  return error instanceof LedgerError;
}
