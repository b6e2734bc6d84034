/**
 * The dotted id of a file's module: `src/money/split.ts` → `src.money.split`; a Python package's `__init__` has the
 * package's own name. `root` (a folder) is left out.
 */
export function moduleId(path: string, root = ''): string {
  const prefix = root === '' || root === '.' ? '' : `${root.replace(/\/+$/u, '')}/`;
  const relative = path.startsWith(prefix) ? path.slice(prefix.length) : path;
  const clean = relative.replace(/^(?:\.?\/)+/u, '').replace(/\.[^./]+$/u, '');
  const dotted = clean.replaceAll('/', '.');
  return dotted.endsWith('.__init__') ? dotted.slice(0, -'.__init__'.length) : dotted;
}
