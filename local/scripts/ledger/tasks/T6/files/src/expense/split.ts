import { LedgerError } from '../ledger-error.js';
import type { MemberId, Part, Split } from '../group/model.js';
import { allocate, checkWeights } from '../money/allocate.js';
import type { Cents } from '../money/cents.js';
import { formatAmount } from '../money/format-amount.js';

/** What one member owes of an expense. */
export interface Share {
  readonly member: MemberId;
  readonly cents: Cents;
}

/** Pairs members with their parts of a total. */
function toShares(members: readonly MemberId[], cents: readonly Cents[]): Share[] {
  return members.map((member, index) => ({ member, cents: cents[index] }));
}

/** Divides a total equally; cents left over go to those named first. */
export function splitEqually(total: Cents, members: readonly MemberId[]): Share[] {
  const weights = members.map(() => 1);
  return toShares(members, allocate(total, weights));
}

/** Divides a total in proportion to shares, by the method of the largest remainder. */
export function splitByShares(total: Cents, parts: readonly Part[]): Share[] {
  const weights = parts.map((part) => part.value);
  const members = parts.map((part) => part.member);
  return toShares(members, allocate(total, weights));
}

/** Takes exact amounts, which must add up to the total. */
export function splitExactly(total: Cents, parts: readonly Part[]): Share[] {
  const sum = checkWeights(parts.map((part) => part.value));
  if (sum !== total) {
    const amounts = `${formatAmount(sum)} instead of ${formatAmount(total)}`;
    throw new LedgerError('invalid-split', `the exact amounts add up to ${amounts}`);
  }
  return parts.map((part) => ({ member: part.member, cents: part.value }));
}

/** Divides a total as its split says; the shares add up to the total. */
export function splitTotal(total: Cents, split: Split): Share[] {
  switch (split.kind) {
    case 'equal':
      return splitEqually(total, split.members);
    case 'shares':
      return splitByShares(total, split.parts);
    case 'exact':
      return splitExactly(total, split.parts);
  }
}
