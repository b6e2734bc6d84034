import type { Expense, Part, Split } from '../group/model.js';
import { readList, readObject, readText, readTexts, readWhole, refuse } from './read-json.js';

/** Reads one member's part of a split. */
function readPart(value: unknown, path: string): Part {
  const part = readObject(value, path);
  return { member: readText(part.member, `${path}.member`), value: readWhole(part.value, `${path}.value`) };
}

/** Reads the parts of a split. */
function readParts(value: unknown, path: string): Part[] {
  return readList(value, path).map((item) => readPart(item.value, item.path));
}

/** Reads how an expense is divided. */
export function readSplit(value: unknown, path: string): Split {
  const split = readObject(value, path);
  switch (split.kind) {
    case 'equal':
      return { kind: 'equal', members: readTexts(split.members, `${path}.members`) };
    case 'shares':
    case 'exact':
      return { kind: split.kind, parts: readParts(split.parts, `${path}.parts`) };
    default:
      return refuse(`${path}.kind`, 'equal, shares or exact');
  }
}

/** Reads an expense. */
export function readExpense(value: unknown, path: string): Expense {
  const expense = readObject(value, path);
  return {
    date: readText(expense.date, `${path}.date`),
    description: readText(expense.description, `${path}.description`),
    payer: readText(expense.payer, `${path}.payer`),
    amount: readWhole(expense.amount, `${path}.amount`),
    currency: readText(expense.currency, `${path}.currency`),
    split: readSplit(expense.split, `${path}.split`),
  };
}

/** Reads a list of expenses. */
export function readExpenses(value: unknown, path: string): Expense[] {
  return readList(value, path).map((item) => readExpense(item.value, item.path));
}
