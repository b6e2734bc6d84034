import type { Atom } from '#domain/atom/atom.ts';
import type { ProjectAtom } from '#domain/build/project.ts';

/** An atom of a file as the run keeps it: without the names that only the graph needs. */
export function toProjectAtom(file: string): (atom: Atom) => ProjectAtom {
  return ({ id, parent, symbol, kind, name, ranges, startLine, endLine, loc, complexity, oversize }) => ({
    id,
    parent,
    symbol,
    file,
    kind,
    name,
    ranges,
    startLine,
    endLine,
    loc,
    complexity,
    oversize,
  });
}
