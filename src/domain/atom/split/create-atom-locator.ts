import type { AtomDraft } from '#domain/atom/split/atom-draft.ts';

/** More than a file has: its atoms are not empty, and its text is shorter. */
const mostAtoms = 2 ** 22;

/** A function that tells which draft an offset belongs to. The ranges of all drafts tile the file. */
export function createAtomLocator(drafts: readonly Pick<AtomDraft, 'ranges'>[]): (offset: number) => number {
  let count = 0;
  for (const { ranges } of drafts) count += ranges.length;
  // A start and its atom in one number, for numbers are sorted fastest.
  const owned = new Float64Array(count);
  drafts.forEach(({ ranges }, atom) => {
    for (const [start] of ranges) owned[(count -= 1)] = start * mostAtoms + atom;
  });
  owned.sort();
  const starts = Uint32Array.from(owned, (each) => Math.floor(each / mostAtoms));
  const atoms = Uint32Array.from(owned, (each) => each % mostAtoms);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return atoms[low] ?? 0;
  };
}
