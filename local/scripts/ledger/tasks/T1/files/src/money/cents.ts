import { LedgerError } from '../ledger-error.js';

/** An amount of money in hundredths of its currency: always a whole number, negative for a debt. */
export type Cents = number;

/** Checks that a number is a whole, exactly representable count of cents. */
export function toCents(value: number): Cents {
  if (!Number.isSafeInteger(value)) {
    throw new LedgerError('invalid-amount', `${value} is not a whole number of cents`);
  }
  return value === 0 ? 0 : value;
}

/** Adds amounts up; the sum of nothing is zero. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let sum = 0;
  for (const amount of amounts) {
    sum += amount;
  }
  return toCents(sum);
}
