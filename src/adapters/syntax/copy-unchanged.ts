import type { CopySubtree } from '#adapters/syntax/flatten-tree.ts';
import type { TreeArrays } from '#adapters/syntax/tree-arrays.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** The part of a text that an edit changed, or that is read differently since: `[start, end]`, and by how much what follows moved. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly moved: number;
}

/** Takes what stands before and behind a change from the tree before it. */
export function copyUnchanged(before: SyntaxTree, { start, end, moved }: Change): CopySubtree {
  return (arrays, node) => {
    const from = arrays.start[node] ?? 0;
    const to = arrays.end[node] ?? 0;
    const isBefore = to < start;
    if (!isBefore && from <= end) return 0;
    const shift = isBefore ? 0 : moved;
    const same = findNode(before, arrays.kind[node] ?? 0, from - shift, to - shift);
    if (same < 0) return 0;
    const count = (before.after[same] ?? 0) - same;
    if (count > 1) copyBelow(before, arrays, { same, node, count, shift });
    return count;
  };
}

/** The outermost node of that kind and place, or -1. */
function findNode({ kind, start, end, count }: SyntaxTree, wanted: number, from: number, to: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((start[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  for (let node = low; node < count && start[node] === from; node += 1)
    if (end[node] === to && kind[node] === wanted) return node;
  return -1;
}

interface Copy {
  readonly same: number;
  readonly node: number;
  readonly count: number;
  readonly shift: number;
}

function copyBelow(before: SyntaxTree, arrays: TreeArrays, { same, node, count, shift }: Copy): void {
  const from = same + 1;
  const to = same + count;
  arrays.kind.set(before.kind.subarray(from, to), node + 1);
  arrays.field.set(before.field.subarray(from, to), node + 1);
  copyShifted(before.start, arrays.start, { from, to, by: shift, target: node + 1 });
  copyShifted(before.end, arrays.end, { from, to, by: shift, target: node + 1 });
  copyShifted(before.parent, arrays.parent, { from, to, by: node - same, target: node + 1 });
  copyShifted(before.after, arrays.after, { from, to, by: node - same, target: node + 1 });
}

type Numbers = Uint32Array | Int32Array;

function copyShifted(
  source: Numbers,
  goal: Numbers,
  {
    from,
    to,
    by,
    target,
  }: { readonly from: number; readonly to: number; readonly by: number; readonly target: number },
): void {
  if (by === 0) goal.set(source.subarray(from, to), target);
  else for (let at = from; at < to; at += 1) goal[target + at - from] = (source[at] ?? 0) + by;
}
