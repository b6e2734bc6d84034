import { firstFrom } from '#domain/atom/names/first-from.ts';
import { afterOf } from '#domain/atom/tree-navigation.ts';
import type { Item } from '#domain/atom/split/region.ts';
import type { SplitContext } from '#domain/atom/split/split-context.ts';

/** What one more atom costs against one more variable that crosses a border. */
const groupCost = 2;

interface Best {
  readonly cost: number;
  readonly from: number;
}

/** Neighbouring items in groups that fit the limits, cut where few variables cross; an item too large stands alone. */
export function groupItems(context: SplitContext, items: readonly Item[]): Item[][] {
  if (items.length < 2 || fits(context, items)) return items.length === 0 ? [] : [[...items]];
  const crossing = crossingNames(context, items);
  const best: Best[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= items.length; end += 1) {
    let choice: Best = { cost: (best[end - 1]?.cost ?? 0) + groupCost + (crossing[end] ?? 0), from: end - 1 };
    for (let from = end - 2; from >= 0 && fits(context, items.slice(from, end)); from -= 1) {
      const cost = (best[from]?.cost ?? 0) + groupCost + (crossing[end] ?? 0);
      if (cost < choice.cost) choice = { cost, from };
    }
    best.push(choice);
  }
  return readGroups(items, best);
}

function readGroups(items: readonly Item[], best: readonly Best[]): Item[][] {
  const groups: Item[][] = [];
  for (let end = items.length; end > 0;) {
    const from = best[end]?.from ?? 0;
    groups.unshift(items.slice(from, end));
    end = from;
  }
  return groups;
}

/** Whether neighbouring items together are within the limits. */
export function fits(context: SplitContext, items: readonly Item[]): boolean {
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return true;
  if (context.lines.codeLines([[first.span[0], last.span[1]]]) > context.limits.loc) return false;
  return 1 + context.decisions(first.node, afterOf(context.tree, last.node)) <= context.limits.complexity;
}

/** For each border between items: how many names are used on both sides of it. */
function crossingNames({ tree, names }: SplitContext, items: readonly Item[]): number[] {
  const seen = new Map<number, { first: number; last: number }>();
  items.forEach((item, index) => {
    const to = afterOf(tree, item.node);
    for (let use = firstFrom(names.nodes, item.node); (names.nodes[use] ?? Infinity) < to; use += 1) {
      const binding = names.bound[use] ?? -1;
      if (binding < 0) continue;
      const range = seen.get(binding);
      if (range === undefined) seen.set(binding, { first: index, last: index });
      else range.last = index;
    }
  });
  const crossing = items.map(() => 0);
  for (const { first, last } of seen.values())
    for (let border = first + 1; border <= last; border += 1) crossing[border] = (crossing[border] ?? 0) + 1;
  return crossing;
}
