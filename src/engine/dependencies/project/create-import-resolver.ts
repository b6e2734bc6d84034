import { extensionOf } from '#domain/atom/language.ts';
import { createPythonResolver, isPython } from '#engine/dependencies/project/create-python-resolver.ts';
import { createScriptResolver } from '#engine/dependencies/project/create-script-resolver.ts';
import type { ImportTarget } from '#engine/dependencies/project/project-model.ts';
import type { ProjectSettings } from '#engine/dependencies/project/read-project-settings.ts';
import { folderOf, normalize } from '#engine/dependencies/project/source-paths.ts';

/** Finds the file that an import means among the files of the project. */
export interface ImportResolver {
  /** A file index; the name of a package outside; null for a path or alias that should be in the project but is not. */
  resolve(from: string, source: string): ImportTarget | null;
  submodule(of: string, name: string): number | null;
}

export function createImportResolver(paths: readonly string[], settings: ProjectSettings): ImportResolver {
  const byPath = new Map(paths.map((path, index) => [normalize(path), index]));
  const python = createPythonResolver(byPath);
  const script = createScriptResolver(byPath, settings);
  const resolve = rememberAnswers((from, source) =>
    isPython(from) ? python.resolve(normalize(from), source) : script(normalize(from), source),
  );
  return {
    resolve(from, source) {
      const target = resolve(from, source);
      // A file that a bare name may mean, for it stands beside, may have the name of the package that it wraps.
      const isItself = target !== null && 'file' in target && paths[target.file] === from;
      const isBeside = isItself && !isPython(from) && !source.startsWith('.') && !settings.hasPackages;
      return isBeside ? { external: source } : target;
    },
    submodule: (of, name) => (isPython(of) ? python.submodule(normalize(of), name) : null),
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
