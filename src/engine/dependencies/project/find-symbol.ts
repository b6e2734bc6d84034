import type { ImportFact } from '#domain/atom/symbols/import-fact.ts';
import type { FileModel } from '#engine/dependencies/project/file-model.ts';
import type { EdgeTarget } from '#engine/dependencies/project/create-edge-recorder.ts';
import { importedPart } from '#engine/dependencies/project/namespace-packages.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** What a top-level name of a file stands for, through imports and re-exports; a module is its module symbol. */
export interface FoundName {
  readonly target: EdgeTarget;
  /** The file, when the name stands for a whole module. */
  readonly module: number | null;
}

/** Looks a name up as code in the file sees it. */
export function findLocal(project: ProjectModel, file: FileModel, name: string, seen?: Set<string>): FoundName | null {
  const own = ownSymbol(file, name);
  if (own !== null) return own;
  const fact = file.importOf.get(name);
  if (fact !== undefined) return findImported(project, file, fact, seen);
  return findInStars(project, file, name, seen);
}

/** Looks a name up as other files see it. */
export function findExported(
  project: ProjectModel,
  file: FileModel,
  name: string,
  seen = new Set<string>(),
): FoundName | null {
  const key = `${file.index}:${name}`;
  if (seen.has(key)) return null;
  seen.add(key);
  const fact = file.imports.find((each) => each.exportedAs === name);
  if (fact !== undefined) return findImported(project, file, fact, seen);
  const found = findLocal(project, file, file.aliases.get(name) ?? name, seen);
  if (found !== null) return found;
  const submodule = project.submodule(file, name);
  return submodule === null ? null : moduleName(project, submodule);
}

/** What an import brings in; null when it cannot be found in the project. */
export function findImported(
  project: ProjectModel,
  file: FileModel,
  fact: ImportFact,
  seen?: Set<string>,
): FoundName | null {
  const part = importedPart(project, file, fact);
  if (part !== null) return moduleName(project, part);
  const target = project.resolveImport(file, fact.source);
  if (target === null) return null;
  const isModule = fact.imported === '*' || fact.imported === '**';
  if ('external' in target) {
    const name = isModule || fact.imported === 'default' ? target.external : `${target.external}.${fact.imported}`;
    return { target: { external: name }, module: null };
  }
  const other = project.files[target.file];
  if (isModule || other === undefined) return moduleName(project, target.file);
  return findExported(project, other, fact.imported, seen);
}

function moduleName(project: ProjectModel, index: number): FoundName {
  return { target: { symbol: project.files[index]?.firstSymbol ?? 0 }, module: index };
}

function ownSymbol(file: FileModel, name: string): FoundName | null {
  const index = file.topLevel.get(name);
  return index === undefined ? null : { target: { symbol: file.firstSymbol + index }, module: null };
}

function findInStars(project: ProjectModel, file: FileModel, name: string, seen = new Set<string>()): FoundName | null {
  for (const star of file.stars) {
    const other = project.files[star];
    const found = other === undefined ? null : findExported(project, other, name, seen);
    if (found !== null) return found;
  }
  return null;
}
