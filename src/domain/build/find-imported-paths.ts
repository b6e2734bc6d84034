const ENDINGS = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.py'];
const INDEXES = ['/index.ts', '/index.tsx', '/index.js', '/__init__.py'];
const SPECIFIERS =
  /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(["'])([^"'\n]+)\1|^[ \t]*from\s+([.\w]+)\s+import\s+([\w*,() \t]+)|^[ \t]*import\s+([\w.][\w., \t]*)/gm;

/** What a text imports, as written: `./money.js`, `node:fs`, `.ledger`, `pkg.money`. */
export function importSpecifiers(text: string): string[] {
  const found = new Set<string>();
  for (const [, , quoted, from, names, plain] of text.matchAll(SPECIFIERS)) {
    if (quoted !== undefined) found.add(quoted);
    if (from !== undefined) pythonFrom(from, names ?? '').forEach((name) => found.add(name));
    if (plain !== undefined) plain.split(',').forEach((name) => found.add(name.trim().split(/\s/)[0] ?? ''));
  }
  found.delete('');
  return [...found];
}

// `from . import money` and `from pkg import money` may name modules as well as symbols: both readings are tried.
function pythonFrom(from: string, names: string): string[] {
  const joint = from.endsWith('.') ? '' : '.';
  const listed = names.split(/[,()\s]+/).filter((name) => /^\w+$/.test(name) && name !== 'as');
  return [from, ...listed.map((name) => `${from}${joint}${name}`)];
}

/**
 * Paths of a repository that a file seems to import. A generous reading (it looks at text, not syntax): a path too many
 * costs a little time, a path too few would leave a name unresolved.
 */
export function findImportedPaths(file: { path: string; text: string }, known: ReadonlySet<string>): string[] {
  const found = importSpecifiers(file.text).flatMap((specifier) => candidatePaths(file.path, specifier));
  return [...new Set(found)].filter((path) => known.has(path) && path !== file.path);
}

function candidatePaths(from: string, specifier: string): string[] {
  const folder = from.split('/').slice(0, -1);
  const python = from.endsWith('.py');
  if (python) return pythonStems(folder, specifier).flatMap(withEndings);
  if (specifier.startsWith('.')) return withEndings(join(folder, specifier));
  const inner = specifier.replace(/^[#@~]\//, '').replace(/^#/, '');
  return inner === specifier ? [] : ['', 'src/'].flatMap((root) => withEndings(`${root}${inner}`));
}

function pythonStems(folder: readonly string[], specifier: string): string[] {
  const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
  const inner = specifier.slice(dots).split('.').join('/');
  if (dots > 0) return [[...folder.slice(0, folder.length - dots + 1), inner].filter((part) => part !== '').join('/')];
  // Absolute: from the root, from `src`, or from any folder above the file.
  const above = folder.map((_, index) => folder.slice(0, index + 1).join('/'));
  return ['', 'src', ...above].map((root) => (root === '' ? inner : `${root}/${inner}`));
}

function withEndings(stem: string): string[] {
  const bare = stem.replace(/\.[cm]?jsx?$/, '');
  return [...ENDINGS, ...INDEXES].flatMap((ending) => [stem + ending, bare + ending]);
}

function join(folder: readonly string[], specifier: string): string {
  const parts = [...folder];
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
