/** The dotted id of a file's own top-level code: its path without extension. */
export function modulePath(file: string): string {
  return file.replace(/\.[^./]+$/, '').replaceAll('/', '.');
}

/** A symbol's name inside its file: `Ledger.addMember`; the module itself has its file's name. */
export function symbolPath(symbol: { readonly id: string; readonly file: string }): string {
  const prefix = `${modulePath(symbol.file)}.`;
  if (symbol.id.startsWith(prefix)) return symbol.id.slice(prefix.length);
  return symbol.file.slice(symbol.file.lastIndexOf('/') + 1);
}

/** The word that stands for a file in a commit's scope: `money` for `src/money/split.ts`, `cli` for `src/cli.ts`. */
export function moduleName(file: string): string {
  const parts = file.split('/');
  const folder = parts.at(-2);
  const stem = (parts.at(-1) ?? file).replace(/\.[^.]+$/, '');
  return folder === undefined || ['src', 'lib', 'app', 'test', 'tests'].includes(folder) ? stem : folder;
}
