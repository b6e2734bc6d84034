import { LedgerError } from '../ledger-error.js';

/** Cuts a line with quoted fields: commas may stand inside quotes, and a doubled quote means one. */
export function splitQuotedLine(line: string): string[] {
  const commasOutsideQuotes = /,(?=(?:[^"]*"[^"]*")*[^"]*$)/;
  return line.split(commasOutsideQuotes).map((field) => field.replace(/^"|"$/g, ''));
}

/** Cuts a line of CSV into its fields. */
export function splitLine(line: string): string[] {
  return line.includes('"') ? splitQuotedLine(line) : line.split(',');
}
