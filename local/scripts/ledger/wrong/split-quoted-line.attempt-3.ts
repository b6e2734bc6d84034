/** Cuts a line with quoted fields: commas may stand inside quotes, and a doubled quote means one. */
export function splitQuotedLine(line: string): string[] {
  const fields = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return fields.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}
