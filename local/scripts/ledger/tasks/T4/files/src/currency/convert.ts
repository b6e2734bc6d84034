import { LedgerError } from '../ledger-error.js';
import type { Cents } from '../money/cents.js';
import { divideRounded } from '../money/divide.js';
import type { Currency } from './currency.js';
import { crossRate, PARITY, parseRate, type Rate } from './rate.js';

/** What one unit of each currency is worth in the base currency. */
export interface RateTable {
  readonly base: Currency;
  readonly rates: ReadonlyMap<Currency, Rate>;
}

/** Builds a table from rates written as decimals; the base itself is always worth one. */
export function createRateTable(base: Currency, decimals: Readonly<Record<Currency, string>>): RateTable {
  const rates = new Map(Object.entries(decimals).map(([currency, decimal]) => [currency, parseRate(decimal)]));
  return { base, rates: rates.set(base, PARITY) };
}

/** The rate of a currency to the base of the table. */
export function rateOf(table: RateTable, currency: Currency): Rate {
  const rate = table.rates.get(currency);
  if (rate === undefined) {
    throw new LedgerError('invalid-currency', `there is no rate from ${currency} to ${table.base}`);
  }
  return rate;
}

/** Converts an amount, rounded once to the nearest cent, halves away from zero. */
export function convert(cents: Cents, from: Currency, to: Currency, table: RateTable): Cents {
  const rate = crossRate(rateOf(table, from), rateOf(table, to));
  return Number(divideRounded(BigInt(cents) * rate.numerator, rate.denominator));
}
