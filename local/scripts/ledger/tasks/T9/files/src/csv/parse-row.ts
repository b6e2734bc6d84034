import { parseCurrency } from '../currency/currency.js';
import { parseSplit } from '../expense/parse-split.js';
import { requireMember } from '../group/group.js';
import type { Expense, Group } from '../group/model.js';
import { LedgerError } from '../ledger-error.js';
import { parsePrice } from '../money/parse-amount.js';

/** The columns of a file of expenses, in their order. */
export const COLUMNS = ['date', 'description', 'payer', 'amount', 'currency', 'split', 'members'] as const;

/** Refuses a first line that does not name the columns. */
export function checkHeader(fields: readonly string[]): void {
  const names = fields.map((field) => field.trim().toLowerCase());
  if (names.join() !== COLUMNS.join()) {
    throw new LedgerError('invalid-csv', `the first line must be ${COLUMNS.join()}`);
  }
}

/** Reads the fields of one line as an expense of the group. */
export function parseRow(group: Group, fields: readonly string[]): Expense {
  if (fields.length !== COLUMNS.length) {
    throw new LedgerError('invalid-csv', `expected ${COLUMNS.length} fields, found ${fields.length}`);
  }
  const [date, description, payer, amount, currency, split, members] = fields;
  return {
    date: date.trim(),
    description,
    payer: requireMember(group, payer).id,
    amount: parsePrice(amount),
    currency: parseCurrency(currency),
    split: parseSplit(group, split, members),
  };
}
