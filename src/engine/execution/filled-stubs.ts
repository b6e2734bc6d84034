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
