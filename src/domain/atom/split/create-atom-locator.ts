import type { AtomDraft, Range } from '#domain/atom/split/atom-draft.ts';

/** A function that tells which draft an offset belongs to. The ranges of all drafts tile the file. */
export function createAtomLocator(drafts: readonly Pick<AtomDraft, 'ranges'>[]): (offset: number) => number {
  const owned: { range: Range; atom: number }[] = [];
  drafts.forEach((draft, atom) => {
    for (const range of draft.ranges) owned.push({ range, atom });
  });
  owned.sort((a, b) => a.range[0] - b.range[0]);
  return (offset) => {
    let low = 0;
    let high = owned.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((owned[middle]?.range[0] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return owned[low]?.atom ?? 0;
  };
}
