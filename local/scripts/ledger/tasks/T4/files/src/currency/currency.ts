import { LedgerError } from '../ledger-error.js';

/** An ISO 4217 code, such as `EUR`. */
export type Currency = string;

/** Reads a currency code of three letters, in either case. */
export function parseCurrency(text: string): Currency {
  const code = text.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(code)) {
    throw new LedgerError('invalid-currency', `"${text}" is not a currency code such as EUR`);
  }
  return code;
}
