import { LedgerError } from '../ledger-error.js';
import type { Cents } from './cents.js';

/** One part of a total before the leftover cents are handed out. */
interface Quota {
  readonly index: number;
  readonly whole: Cents;
  readonly remainder: bigint;
}

/** Checks that weights are whole, not negative and not all zero; answers their sum. */
export function checkWeights(weights: readonly number[]): number {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new LedgerError('invalid-split', 'every part must be a whole number, zero or more');
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) {
    throw new LedgerError('invalid-split', 'at least one part must be more than zero');
  }
  return sum;
}

/** What each weight earns of a total, rounded down, with what was cut off. */
function quotasOf(total: Cents, weights: readonly number[], sum: bigint): Quota[] {
  return weights.map((weight, index) => {
    const product = BigInt(total) * BigInt(weight);
    return { index, whole: Number(product / sum), remainder: product % sum };
  });
}

/** Orders quotas by what was cut off, most first; equal ones keep their order. */
function byRemainder(left: Quota, right: Quota): number {
  if (left.remainder === right.remainder) {
    return left.index - right.index;
  }
  return left.remainder > right.remainder ? -1 : 1;
}

/** Splits a total that is not negative by weights of which the sum is known. */
function allocatePositive(total: Cents, weights: readonly number[], sum: bigint): Cents[] {
  const quotas = quotasOf(total, weights, sum);
  const missing = quotas.reduce((rest, quota) => rest - quota.whole, total);
  const favoured = new Set(quotas.toSorted(byRemainder).slice(0, missing));
  return quotas.map((quota) => quota.whole + (favoured.has(quota) ? 1 : 0));
}

/**
 * Splits a total in proportion to weights, by the method of the largest remainder: each part is its exact quota rounded
 * down, and the cents left over go to the largest remainders, the first of equals first. The parts add up to the total.
 */
export function allocate(total: Cents, weights: readonly number[]): Cents[] {
  const sum = BigInt(checkWeights(weights));
  if (total < 0) {
    return allocatePositive(-total, weights, sum).map((part) => (part === 0 ? 0 : -part));
  }
  return allocatePositive(total, weights, sum);
}
