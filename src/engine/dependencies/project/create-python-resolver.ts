import { extensionOf } from '#domain/atom/language.ts';
import type { ImportResolver } from '#engine/dependencies/project/create-import-resolver.ts';
import { folderOf, joinPath, up } from '#engine/dependencies/project/source-paths.ts';

/** Finds the modules of Python by their dotted names; `byPath`: normalized path → number of the file. Paths are normalized. */
export function createPythonResolver(byPath: ReadonlyMap<string, number>): ImportResolver {
  const folders = startingFolders([...byPath.keys()]);
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
      const roots = ['', ...folders.filter((folder) => from.startsWith(folder)).toReversed(), ...folders];
      const found = roots.map((folder) => find(joinPath(folder, rest))).find((each) => each !== undefined);
      return found === undefined ? { external: source } : { file: found };
    },
    submodule: (of, name) => find(joinPath(folderOf(of), name)) ?? null,
  };
}

/** Folders from which absolute imports may start: those that hold packages or modules. */
function startingFolders(paths: readonly string[]): string[] {
  const folders = new Set(paths.filter(isPython).map(folderOf));
  for (const folder of Array.from(folders))
    for (let parent = folder; parent !== ''; parent = up(parent, 1)) folders.add(parent);
  return [...folders].filter((folder) => folder !== '').toSorted();
}

/** Whether a file is one of Python, or declares the types of one. */
export function isPython(path: string): boolean {
  return ['.py', '.pyi'].includes(extensionOf(path));
}
