import type { ImportTarget } from '#engine/dependencies/project/project-model.ts';
import { platformModules } from '#engine/dependencies/project/platform-modules.ts';
import type { ProjectSettings } from '#engine/dependencies/project/read-project-settings.ts';
import { folderOf, joinPath, normalize, up } from '#engine/dependencies/project/source-paths.ts';
import { extensionOf } from '#domain/atom/language.ts';

/** Finds the file that an import means among the files of the project. */
export interface ImportResolver {
  /** A file index; the name of a package outside; null for a path or alias that should be in the project but is not. */
  resolve(from: string, source: string): ImportTarget | null;
  submodule(of: string, name: string): number | null;
}

const endings = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.d.ts'];
/** What a written `.js` may be in the sources. */
const sourceEndings = /\.(?:js|jsx|mjs|cjs)$/u;

export function createImportResolver(paths: readonly string[], settings: ProjectSettings): ImportResolver {
  const byPath = new Map(paths.map((path, index) => [normalize(path), index]));
  const folders = pythonFolders(paths);
  const find = (path: string): number | undefined => findScript(byPath, path);
  const findPython = (path: string): number | undefined =>
    byPath.get(`${path}.py`) ??
    byPath.get(path === '' ? '__init__.py' : `${path}/__init__.py`) ??
    byPath.get(`${path}.pyi`);
  const resolvePython = (from: string, source: string): ImportTarget | null => {
    const dots = /^\.*/u.exec(source)?.[0].length ?? 0;
    const rest = source.slice(dots).replaceAll('.', '/');
    if (dots > 0) {
      const found = findPython(joinPath(up(folderOf(from), dots - 1), rest));
      return found === undefined ? null : { file: found };
    }
    const roots = ['', ...folders.filter((folder) => from.startsWith(folder)).toReversed(), ...folders];
    const found = roots.map((folder) => findPython(joinPath(folder, rest))).find((each) => each !== undefined);
    return found === undefined ? { external: source } : { file: found };
  };
  const resolveScript = (from: string, source: string): ImportTarget | null => {
    if (/^\.{0,2}\//u.test(source) || source === '.' || source === '..') {
      const found = find(normalize(joinPath(folderOf(from), source)));
      return found === undefined ? null : { file: found };
    }
    const aliased = settings.aliases.flatMap((alias) => expand(alias, source));
    const found = aliased.map((path) => find(normalize(path))).find((each) => each !== undefined);
    if (found !== undefined) return { file: found };
    if (source.startsWith('#')) return null;
    const beside =
      settings.hasPackages || platformModules.has(source) ? undefined : find(joinPath(folderOf(from), source));
    return beside === undefined ? { external: source } : { file: beside };
  };
  const resolve = rememberAnswers((from, source) =>
    isPython(from) ? resolvePython(normalize(from), source) : resolveScript(normalize(from), source),
  );
  return {
    resolve(from, source) {
      const target = resolve(from, source);
      // A file beside may have the name of the package that it wraps.
      const isItself = target !== null && 'file' in target && !isPython(from) && paths[target.file] === from;
      return isItself && !source.startsWith('.') && !settings.hasPackages ? { external: source } : target;
    },
    submodule: (of, name) => (isPython(of) ? (findPython(joinPath(folderOf(normalize(of)), name)) ?? null) : null),
  };
}

/** What an import means depends on the folder that it stands in and its language. */
function rememberAnswers(resolve: ImportResolver['resolve']): ImportResolver['resolve'] {
  const known = new Map<string, ImportTarget | null>();
  return (from, source) => {
    const key = `${folderOf(from)}\n${extensionOf(from)}\n${source}`;
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const target = resolve(from, source);
    known.set(key, target);
    return target;
  };
}

/** Folders from which Python's absolute imports may start: those that hold packages or modules. */
function pythonFolders(paths: readonly string[]): string[] {
  const folders = new Set(paths.filter(isPython).map((path) => folderOf(normalize(path))));
  for (const folder of Array.from(folders))
    for (let parent = folder; parent !== ''; parent = up(parent, 1)) folders.add(parent);
  return [...folders].filter((folder) => folder !== '').toSorted();
}

/** The file that a normalized path means: itself, with an ending, the source of a `.js`, or the index of a folder. */
function findScript(byPath: ReadonlyMap<string, number>, path: string): number | undefined {
  const found = findWithEnding(byPath, path);
  if (found !== undefined) return found;
  const source = sourceEndings.test(path) ? findWithEnding(byPath, path.replace(sourceEndings, '')) : undefined;
  return source ?? findWithEnding(byPath, path === '' ? 'index' : `${path}/index`, 1);
}

function findWithEnding(byPath: ReadonlyMap<string, number>, base: string, from = 0): number | undefined {
  for (let ending = from; ending < endings.length; ending += 1) {
    const found = byPath.get(base + (endings[ending] ?? ''));
    if (found !== undefined) return found;
  }
  return undefined;
}

function expand({ pattern, targets }: ProjectSettings['aliases'][number], source: string): string[] {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === source ? [...targets] : [];
  const before = pattern.slice(0, star);
  const after = pattern.slice(star + 1);
  const matches = source.startsWith(before) && source.endsWith(after) && source.length >= before.length + after.length;
  const rest = source.slice(before.length, source.length - after.length);
  return matches ? targets.map((target) => target.replace('*', rest)) : [];
}

function isPython(path: string): boolean {
  return ['.py', '.pyi'].includes(extensionOf(path));
}
