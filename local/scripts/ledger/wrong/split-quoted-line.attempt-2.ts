/** Cuts a line with quoted fields: commas may stand inside quotes, and a doubled quote means one. */
export function splitQuotedLine(line: string): string[] {
  const fields = line.split(',');
  return fields.map((field) => field.replace(/^"(.*)"$/, '$1').replaceAll('""', '"'));
}
