import { LedgerError } from '../ledger-error.js';

/** Cuts a line with quoted fields: commas may stand inside quotes, and a doubled quote means one. */
export function splitQuotedLine(line: string): string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index];
    if (quoted && line.startsWith('""', index)) {
      field += '"';
      index += 1;
    } else if (character === '"') {
      quoted = !quoted;
    } else if (character === ',' && !quoted) {
      fields.push(field);
      field = '';
    } else {
      field += character;
    }
  }
  if (quoted) {
    throw new LedgerError('invalid-csv', 'a quoted field is not closed');
  }
  return [...fields, field];
}

/** Cuts a line of CSV into its fields. */
export function splitLine(line: string): string[] {
  return line.includes('"') ? splitQuotedLine(line) : line.split(',');
}
