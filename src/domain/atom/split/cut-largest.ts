import type { AtomLimits } from '#domain/atom/atom.ts';
import type { Region } from '#domain/atom/split/region.ts';

/** A hole that may be cut, and what goes with it. */
export interface SizedHole {
  readonly hole: Region;
  readonly loc: number;
  readonly decisions: number;
}

/** What is left of a construct. */
interface Left {
  readonly loc: number;
  readonly complexity: number;
}

/** Lines go first, then decisions; of holes alike the last. The more are cut the less is left, so their number is searched for. */
export function cutLargest<Carving extends Left>(
  limits: AtomLimits,
  sizes: readonly SizedHole[],
  uncut: Carving,
  cut: (holes: readonly Region[]) => Carving,
): Carving {
  const reversed = sizes.toReversed();
  const byLoc = uncut.loc > limits.loc ? reversed.sort((a, b) => b.loc - a.loc) : reversed;
  const short = cutLeast(
    byLoc.filter(({ loc }) => loc > 0),
    uncut,
    cut,
    ({ loc }) => loc <= limits.loc,
  );
  if (short.carving.loc > limits.loc) return short.carving;
  const others = byLoc.slice(short.count).sort((a, b) => b.decisions - a.decisions);
  const first = byLoc.slice(0, short.count).map(({ hole }) => hole);
  const isSimple = ({ complexity }: Carving): boolean => complexity <= limits.complexity;
  return cutLeast(
    others.filter(({ decisions }) => decisions > 0),
    short.carving,
    (holes) => cut([...first, ...holes]),
    isSimple,
  ).carving;
}

/** As few of the holes as are enough, in their order; all when they are not. In steps that double, for few are enough nearly always. */
function cutLeast<Carving extends Left>(
  sizes: readonly SizedHole[],
  uncut: Carving,
  cut: (holes: readonly Region[]) => Carving,
  isEnough: (carving: Carving) => boolean,
): { readonly count: number; readonly carving: Carving } {
  const holes = sizes.map(({ hole }) => hole);
  let low = 0;
  let count = 0;
  let carving = uncut;
  for (let step = 1; !isEnough(carving) && count < holes.length; step *= 2) {
    low = count + 1;
    count = Math.min(count + step, holes.length);
    carving = cut(holes.slice(0, count));
  }
  while (low < count) {
    const middle = (low + count) >> 1;
    const tried = cut(holes.slice(0, middle));
    if (isEnough(tried)) [count, carving] = [middle, tried];
    else low = middle + 1;
  }
  return { count, carving };
}
