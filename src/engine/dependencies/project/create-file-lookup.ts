import { createImportResolver } from '#engine/dependencies/project/create-import-resolver.ts';
import { createPackages } from '#engine/dependencies/project/create-packages.ts';
import type { ImportTarget } from '#engine/dependencies/project/project-model.ts';
import type { ProjectSettings } from '#engine/dependencies/project/read-project-settings.ts';

/** How the files of a project find each other, by their paths; the answers are numbers of files. */
export interface FileLookup {
  /** The file of a package's submodule, or null. */
  submodule(of: string, name: string): number | null;
  /** The other files of a file's package, where a folder is one. */
  neighbours(of: string): readonly number[];
  /** The file that an import means; an external name; or null when it should be in the project but is not. */
  resolveImport(from: string, source: string): ImportTarget | null;
}

export function createFileLookup(paths: readonly string[], settings: ProjectSettings): FileLookup {
  const resolver = createImportResolver(paths, settings);
  const packages = createPackages(paths);
  return {
    submodule: (...asked) => resolver.submodule(...asked),
    neighbours: (...asked) => packages.neighbours(...asked),
    resolveImport: (from, source) => packages.resolve(from, source, settings.modules) ?? resolver.resolve(from, source),
  };
}
