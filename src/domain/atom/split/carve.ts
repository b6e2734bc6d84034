import { afterOf } from '#domain/atom/tree-navigation.ts';
import type { Range } from '#domain/atom/split/atom-draft.ts';
import { cutLargest } from '#domain/atom/split/cut-largest.ts';
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
  const uncut = measure(context, item, already);
  let best = uncut;
  for (const strategy of holeStrategies) {
    const candidates = findHoles(context, item, strategy).filter(
      (hole) => !already.some((other) => overlap(hole, other)),
    );
    const sizes = candidates.map((hole) => ({
      hole,
      loc: linesOf(context, hole),
      decisions: decisionsOf(context, hole),
    }));
    const carving = cutLargest(context.limits, sizes, uncut, (holes) => measure(context, item, [...already, ...holes]));
    if (isWithin(context, carving)) return carving;
    if (excess(context, carving) < excess(context, best)) best = carving;
  }
  return best;
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
    decisions -= decisionsOf(context, hole);
  }
  if (from < item.span[1]) ranges.push([from, item.span[1]]);
  return { holes: sorted, ranges, loc: context.lines.codeLines(ranges), complexity: 1 + decisions };
}

function linesOf({ lines }: SplitContext, { span }: Region): number {
  return lines.codeLines([span]);
}

function decisionsOf(context: SplitContext, { items }: Region): number {
  const last = items.at(-1)?.node ?? 0;
  return context.decisions(items[0]?.node ?? 0, afterOf(context.tree, last));
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
