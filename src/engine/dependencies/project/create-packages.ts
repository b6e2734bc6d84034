import { extensionOf } from '#domain/atom/language.ts';
import type { ImportTarget } from '#engine/dependencies/project/project-model.ts';
import type { ProjectSettings } from '#engine/dependencies/project/read-project-settings.ts';
import { folderOf, joinPath, normalize } from '#engine/dependencies/project/source-paths.ts';

/** Packages that are folders, as in Go. A package goes by its first file: its neighbours' names come in there. */
export interface Packages {
  neighbours(path: string): readonly number[];
  /** The package that an import means by the path of its module; null where imports are no paths of packages. */
  resolve(from: string, source: string, modules: ProjectSettings['modules']): ImportTarget | null;
}

export function createPackages(paths: readonly string[]): Packages {
  const folders = new Map<string, number[]>();
  paths.forEach((path, index) => {
    if (extensionOf(path) !== '.go') return;
    const folder = folderOf(normalize(path));
    const known = folders.get(folder);
    if (known === undefined) folders.set(folder, [index]);
    else known.push(index);
  });
  const fileOf = (folder: string): number | undefined => {
    const files = folders.get(folder);
    return files?.find((index) => paths[index]?.endsWith('_test.go') === false) ?? files?.[0];
  };
  return {
    neighbours: (path) => folders.get(folderOf(normalize(path)))?.filter((index) => paths[index] !== path) ?? [],
    resolve(from, source, modules) {
      if (extensionOf(from) !== '.go') return null;
      const module = modules.find(({ name }) => source === name || source.startsWith(`${name}/`));
      if (module === undefined) return { external: source };
      const file = fileOf(joinPath(module.folder, source.slice(module.name.length + 1)));
      return file === undefined ? { external: source } : { file };
    },
  };
}
