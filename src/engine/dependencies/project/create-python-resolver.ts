import { extensionOf } from '#domain/atom/language.ts';
import type { ImportResolver } from '#engine/dependencies/project/create-import-resolver.ts';
import { folderOf, joinPath, up } from '#engine/dependencies/project/source-paths.ts';

/** Finds the modules of Python by their dotted names; `byPath`: normalized path → number of the file. Paths are normalized. */
export function createPythonResolver(byPath: ReadonlyMap<string, number>): ImportResolver {
  const starts = startingFolders([...byPath.keys()]);
  const find = (path: string): number | undefined =>
    byPath.get(`${path}.py`) ??
    byPath.get(path === '' ? '__init__.py' : `${path}/__init__.py`) ??
    byPath.get(`${path}.pyi`);
  return {
    resolve(from, source) {
      const dots = /^\.*/u.exec(source)?.[0].length ?? 0;
      const rest = source.slice(dots).replaceAll('.', '/');
      if (dots > 0) {
        const found = find(joinPath(up(folderOf(from), dots - 1), rest));
        return found === undefined ? null : { file: found };
      }
      const folders = starts.get(firstOf(rest)) ?? [];
      const around = folders.filter((folder) => from.startsWith(folder));
      // The top comes first, then what is nearest.
      const roots = [...around.slice(0, around[0] === '' ? 1 : 0), ...around.toReversed(), ...folders];
      for (const root of roots) {
        const found = find(joinPath(root, rest));
        if (found !== undefined) return { file: found };
      }
      return { external: source };
    },
    submodule: (of, name) => find(joinPath(folderOf(of), name)) ?? null,
  };
}

/** The first part of a path. */
function firstOf(path: string): string {
  const end = path.indexOf('/');
  return end < 0 ? path : path.slice(0, end);
}

/**
 * Folders from which absolute imports may start, by the name that they start with: those that hold a package or module of the
 * name. In order, the top first.
 */
function startingFolders(paths: readonly string[]): Map<string, readonly string[]> {
  const starts = new Map<string, Set<string>>();
  for (const path of paths.filter(isPython)) {
    let name = path.slice(path.lastIndexOf('/') + 1, -extensionOf(path).length);
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const known = starts.get(name) ?? new Set();
      if (known.size === 0) starts.set(name, known);
      if (known.has(folder)) break;
      known.add(folder);
      if (folder === '') break;
      name = folder.slice(folder.lastIndexOf('/') + 1);
    }
  }
  return new Map([...starts].map(([name, folders]) => [name, [...folders].toSorted()]));
}

/** Whether a file is one of Python, or declares the types of one. */
export function isPython(path: string): boolean {
  return ['.py', '.pyi'].includes(extensionOf(path));
}
