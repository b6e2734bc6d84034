import type { Atom } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';

/** Puts the atoms of a file back together, in the order of the text. `textOf` gives the text of one range of an atom. */
export function assemble(fileAtoms: Pick<FileAtoms, 'atoms'>, textOf: (atom: Atom, range: number) => string): string {
  return fileAtoms.atoms
    .flatMap((atom) => atom.ranges.map(([start], range) => ({ atom, range, start })))
    .toSorted((a, b) => a.start - b.start)
    .map(({ atom, range }) => textOf(atom, range))
    .join('');
}
