import { LedgerError } from '../ledger-error.js';

/** Cuts a line with quoted fields: commas may stand inside quotes, and a doubled quote means one. */
export function splitQuotedLine(line: string): string[] {
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"(?=,|$)|([^",]*)(?=,|$))/g)];
  if (cells.map(([cell]) => cell).join('') !== line) {
    throw new LedgerError('invalid-csv', 'a quoted field is not closed');
  }
  return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}

/** Cuts a line of CSV into its fields. */
export function splitLine(line: string): string[] {
  return line.includes('"') ? splitQuotedLine(line) : line.split(',');
}
