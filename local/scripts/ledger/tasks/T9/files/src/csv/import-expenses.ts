import { addExpense } from '../expense/add-expense.js';
import type { Group } from '../group/model.js';
import { isLedgerError } from '../ledger-error.js';
import { checkHeader, parseRow } from './parse-row.js';
import { splitLine } from './split-line.js';

/** A line of a file, counted from 1 as editors do. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

export interface LineError {
  readonly line: number;
  readonly message: string;
}

export interface ImportReport {
  readonly group: Group;
  readonly imported: number;
  readonly errors: readonly LineError[];
}

/** The lines of a file that are not blank, with their numbers; line ends of every system, and a byte order mark. */
export function numberedLines(text: string): NumberedLine[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  return lines.map((line, index) => ({ line: index + 1, text: line })).filter((line) => line.text.trim() !== '');
}

/** The message of a mistake that a person made; any other error is thrown on. */
function mistakeOf(error: unknown): string {
  if (isLedgerError(error)) {
    return error.message;
  }
  throw error;
}

/** Imports every line that is right, and reports the others by number. */
export function importExpenses(group: Group, text: string): ImportReport {
  const [header, ...rows] = numberedLines(text);
  checkHeader(splitLine(header?.text ?? ''));
  const errors: LineError[] = [];
  let filled = group;
  for (const row of rows) {
    try {
      filled = addExpense(filled, parseRow(filled, splitLine(row.text)));
    } catch (error) {
      errors.push({ line: row.line, message: mistakeOf(error) });
    }
  }
  return { group: filled, imported: rows.length - errors.length, errors };
}
