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
  return (arrays, node, errors) => {
    const from = arrays.start[node] ?? 0;
    const to = arrays.end[node] ?? 0;
    const isBefore = to < start;
    if (!isBefore && from <= end) return 0;
    const shift = isBefore ? 0 : moved;
    const same = findNode(before, arrays.kind[node] ?? 0, from - shift, to - shift);
    if (same < 0) return 0;
    const count = (before.after[same] ?? 0) - same;
    if (count > 1) copyBelow(before, arrays, { same, node, count, shift });
    for (const error of before.errors) if (error > same && error < same + count) errors.push(error + node - same);
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

/** One loop over all arrays: subtrees are small, and views of parts of arrays cost more than copying them. */
function copyBelow(before: SyntaxTree, arrays: TreeArrays, { same, node, count, shift }: Copy): void {
  const { kind, field, start, end, parent, after } = before;
  const by = node - same;
  for (let from = same + 1; from < same + count; from += 1) {
    const to = from + by;
    arrays.kind[to] = kind[from] ?? 0;
    arrays.field[to] = field[from] ?? 0;
    arrays.start[to] = (start[from] ?? 0) + shift;
    arrays.end[to] = (end[from] ?? 0) + shift;
    arrays.parent[to] = (parent[from] ?? 0) + by;
    arrays.after[to] = (after[from] ?? 0) + by;
  }
}
