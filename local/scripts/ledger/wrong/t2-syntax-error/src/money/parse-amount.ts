import { LedgerError } from '../ledger-error.js';
import { type Cents, toCents } from './cents.js';

const AMOUNT = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** Reads an amount as people write it (`12`, `12.5`, `-0.75`) into cents. */
export function parseAmount(text: string): Cents {
  const match = AMOUNT.exec(text.trim());
  if (match === null) {
    throw new LedgerError('invalid-amount', `"${text}" is not an amount such as 12.50`);
  }
  const [, sign, whole, fraction = ''] = match;
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return toCents(sign === '-' ? -cents : cents);
}

/** Reads an amount that must be more than nothing, such as the price of something. */
export function parsePrice(text: string): Cents {
  const cents = parseAmount(text);
  if (cents <= 0) {
    throw new LedgerError('invalid-amount', `"${text}" is not more than zero`;
  }
  return cents;
}
