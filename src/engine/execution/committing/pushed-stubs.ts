import type { Project } from '#domain/build/project.ts';

/**
 * Symbols that stood as stubs on the branch and do not any more: a person wrote them, even where it is word for word the
 * text that MGE had tried. A file that is gone fills nothing.
 */
export function filledStubs(
  before: ReadonlyMap<string, string>,
  pushed: ReadonlyMap<string, string>,
  project: Project,
): string[] {
  return project.symbols.flatMap(({ id, file, stub }) => {
    const text = pushed.get(file);
    if (stub === null || text === undefined || before.get(file)?.includes(stub.text) !== true) return [];
    return text.includes(stub.text) ? [] : [id];
  });
}

/**
 * Symbols that stood on the branch and are MGE's own stubs again: somebody took the commits away that had brought them. Where a
 * whole file is gone nothing is said; people may delete files.
 */
export function undoneSymbols(
  before: ReadonlyMap<string, string>,
  pushed: ReadonlyMap<string, string>,
  project: Project,
): string[] {
  return project.symbols.flatMap(({ id, file, stub }) => {
    const [old, text] = [before.get(file), pushed.get(file)];
    if (stub === null || old === undefined || text === undefined) return [];
    return text.includes(stub.text) && !old.includes(stub.text) ? [id] : [];
  });
}
