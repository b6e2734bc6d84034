import { afterOf } from '#domain/atom/tree-navigation.ts';
import type { Range } from '#domain/atom/split/atom-draft.ts';
import { findHoles, holeStrategies } from '#domain/atom/split/find-holes.ts';
import type { Item, Region } from '#domain/atom/split/region.ts';
import type { SplitContext } from '#domain/atom/split/split-context.ts';

/** A construct taken apart: its own text and the regions cut out of it. */
export interface Carving {
  readonly holes: readonly Region[];
  readonly ranges: Range[];
  readonly loc: number;
  readonly complexity: number;
}

/** Cuts as few holes into an item as bring it within the limits, the largest first; what was cut already stays cut. */
export function carve(context: SplitContext, item: Item, already: readonly Region[]): Carving {
  let best = measure(context, item, already);
  for (const strategy of holeStrategies) {
    const candidates = findHoles(context, item, strategy).filter(
      (hole) => !already.some((other) => overlap(hole, other)),
    );
    const carving = carveLargest(context, item, already, candidates);
    if (isWithin(context, carving)) return carving;
    if (excess(context, carving) < excess(context, best)) best = carving;
  }
  return best;
}

function carveLargest(
  context: SplitContext,
  item: Item,
  already: readonly Region[],
  candidates: readonly Region[],
): Carving {
  const sizes = candidates.map((hole) => ({ hole, ...sizeOf(context, hole) }));
  const holes = [...already];
  let carving = measure(context, item, holes);
  while (sizes.length > 0 && !isWithin(context, carving)) {
    const byLoc = carving.loc > context.limits.loc;
    sizes.sort((a, b) => (byLoc ? a.loc - b.loc : a.decisions - b.decisions));
    const largest = sizes.pop();
    if (largest === undefined || (byLoc ? largest.loc : largest.decisions) === 0) break;
    holes.push(largest.hole);
    carving = measure(context, item, holes);
  }
  return carving;
}

/** The measures of an item with holes. */
export function measure(context: SplitContext, item: Item, holes: readonly Region[]): Carving {
  const sorted = holes.toSorted((a, b) => a.span[0] - b.span[0]);
  const ranges: Range[] = [];
  let from = item.span[0];
  let decisions = context.decisions(item.node, afterOf(context.tree, item.node));
  for (const hole of sorted) {
    if (hole.span[0] > from) ranges.push([from, hole.span[0]]);
    from = Math.max(from, hole.span[1]);
    decisions -= sizeOf(context, hole).decisions;
  }
  if (from < item.span[1]) ranges.push([from, item.span[1]]);
  return { holes: sorted, ranges, loc: context.lines.codeLines(ranges), complexity: 1 + decisions };
}

function sizeOf(context: SplitContext, hole: Region): { loc: number; decisions: number } {
  const first = hole.items[0]?.node ?? 0;
  const last = hole.items.at(-1)?.node ?? 0;
  const loc = context.lines.codeLines([hole.span]);
  return { loc, decisions: context.decisions(first, afterOf(context.tree, last)) };
}

export function isWithin({ limits }: SplitContext, { loc, complexity }: { loc: number; complexity: number }): boolean {
  return loc <= limits.loc && complexity <= limits.complexity;
}

function excess({ limits }: SplitContext, { loc, complexity }: Carving): number {
  return Math.max(0, loc - limits.loc) / limits.loc + Math.max(0, complexity - limits.complexity) / limits.complexity;
}

function overlap(a: Region, b: Region): boolean {
  return a.span[0] < b.span[1] && b.span[0] < a.span[1];
}
