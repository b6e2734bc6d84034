import { LedgerError } from '../ledger-error.js';

/** An exchange rate as an exact fraction, so that converting there and back loses nothing but the final rounding. */
export interface Rate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The rate of a currency to itself. */
export const PARITY: Rate = { numerator: 1n, denominator: 1n };

const DECIMAL = /^(\d+)(?:\.(\d{1,8}))?$/;

/** The greatest common divisor of two positive numbers. */
export function commonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : commonDivisor(right, left % right);
}

/** Brings a fraction to its lowest terms. */
export function reduceRate(rate: Rate): Rate {
  const divisor = commonDivisor(rate.numerator, rate.denominator);
  return { numerator: rate.numerator / divisor, denominator: rate.denominator / divisor };
}

/** Reads a rate written as a decimal, such as `0.9235`, without passing through floating point. */
export function parseRate(text: string): Rate {
  const match = DECIMAL.exec(text.trim());
  const fraction = match?.[2] ?? '';
  const numerator = BigInt(`${match?.[1] ?? 0}${fraction}`);
  if (numerator === 0n) {
    throw new LedgerError('invalid-rate', `"${text}" is not a rate such as 0.92`);
  }
  return reduceRate({ numerator, denominator: 10n ** BigInt(fraction.length) });
}

/** The rate from one currency to another, when both are known against a third. */
export function crossRate(from: Rate, to: Rate): Rate {
  return reduceRate({
    numerator: from.numerator * to.denominator,
    denominator: from.denominator * to.numerator,
  });
}
