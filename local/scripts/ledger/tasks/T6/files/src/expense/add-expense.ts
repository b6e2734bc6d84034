import { createRateTable, rateOf } from '../currency/convert.js';
import { cleanName, requireMember } from '../group/group.js';
import type { Expense, Group, MemberId, Split } from '../group/model.js';
import { LedgerError } from '../ledger-error.js';
import { splitTotal } from './split.js';

/** Answers whether a text is a day of the calendar, written as 2026-05-31. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The members that a split names, in its order. */
export function membersOf(split: Split): MemberId[] {
  return split.kind === 'equal' ? [...split.members] : split.parts.map((part) => part.member);
}

/** Refuses a split that names a stranger, or somebody twice. */
function checkMembers(group: Group, split: Split): void {
  const members = membersOf(split);
  for (const member of members) {
    requireMember(group, member);
  }
  if (new Set(members).size !== members.length) {
    throw new LedgerError('invalid-split', 'somebody is named twice in the split');
  }
}

/** Refuses an expense without a real day or a price. */
function checkFacts(expense: Expense): void {
  if (!isCalendarDate(expense.date)) {
    throw new LedgerError('invalid-expense', `"${expense.date}" is not a date such as 2026-05-31`);
  }
  if (expense.amount <= 0) {
    throw new LedgerError('invalid-expense', 'an expense must cost more than zero');
  }
}

/** Adds an expense once everything about it holds: day, price, people, currency and split. */
export function addExpense(group: Group, expense: Expense): Group {
  checkFacts(expense);
  requireMember(group, expense.payer);
  checkMembers(group, expense.split);
  rateOf(createRateTable(group.base, group.rates), expense.currency);
  splitTotal(expense.amount, expense.split);
  const described = { ...expense, description: cleanName(expense.description) };
  return { ...group, expenses: [...group.expenses, described] };
}
