import type { AtomDraft } from '#domain/atom/split/atom-draft.ts';

/** A function that tells which draft an offset belongs to. The ranges of all drafts tile the file. */
export function createAtomLocator(drafts: readonly Pick<AtomDraft, 'ranges'>[]): (offset: number) => number {
  const owned: { start: number; atom: number }[] = [];
  drafts.forEach((draft, atom) => {
    for (const [start] of draft.ranges) owned.push({ start, atom });
  });
  owned.sort((a, b) => a.start - b.start);
  const starts = Uint32Array.from(owned, ({ start }) => start);
  const atoms = Uint32Array.from(owned, ({ atom }) => atom);
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
