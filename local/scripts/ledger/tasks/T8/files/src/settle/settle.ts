import type { Balance } from '../balance/balances.js';
import { LedgerError } from '../ledger-error.js';
import { sumCents } from '../money/cents.js';
import { matchDebts } from './match-debts.js';
import type { Transfer } from './transfer.js';
import { zeroSumGroups } from './zero-sum-groups.js';

/** With more open balances than this, looking at every subset of them would take too long. */
const EXACT_LIMIT = 14;

/** Cuts open balances into groups that can each be settled apart. */
function settlementGroups(open: readonly Balance[]): Balance[][] {
  if (open.length > EXACT_LIMIT) {
    return [[...open]];
  }
  const groups = zeroSumGroups(open.map((balance) => balance.cents));
  return groups.map((indices) => indices.map((index) => open[index]));
}

/** The fewest transfers that bring every balance to zero: a group of n open balances needs n - 1. */
export function settle(balances: readonly Balance[]): Transfer[] {
  if (sumCents(balances.map((balance) => balance.cents)) !== 0) {
    throw new LedgerError('invalid-amount', 'balances must add up to zero');
  }
  const open = balances.filter((balance) => balance.cents !== 0);
  return settlementGroups(open).flatMap(matchDebts);
}
