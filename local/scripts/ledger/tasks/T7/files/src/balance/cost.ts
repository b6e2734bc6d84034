import { convert, createRateTable } from '../currency/convert.js';
import { type Share, splitTotal } from '../expense/split.js';
import type { Expense, Group } from '../group/model.js';
import { allocate } from '../money/allocate.js';
import type { Cents } from '../money/cents.js';

/** What an expense cost in the group's own currency, converted and rounded once. */
export function costInBase(group: Group, expense: Expense): Cents {
  const table = createRateTable(group.base, group.rates);
  return convert(expense.amount, expense.currency, group.base, table);
}

/** What each member owes of an expense in the group's own currency; the shares add up to its cost there. */
export function sharesInBase(group: Group, expense: Expense): Share[] {
  const shares = splitTotal(expense.amount, expense.split);
  const weights = shares.map((share) => share.cents);
  const parts = allocate(costInBase(group, expense), weights);
  return shares.map((share, index) => ({ member: share.member, cents: parts[index] }));
}
