import { createAdjacency, type Adjacency } from '#domain/graph/adjacency.ts';
import { findComponents } from '#domain/graph/components.ts';
import { createPairNumbering } from '#engine/dependencies/values/create-pair-numbering.ts';
import type { Links } from '#engine/dependencies/drawing/links.ts';

/** Whether any of the ends can be come to from a start. */
export type Reach = (from: number, ends: readonly number[]) => boolean;

/**
 * What can be reached over links, `startsOf` a start being where the search begins. Groups that reach each other are one
 * node, and the last search is kept, for questions that come in the order of their start.
 */
export function createReach(links: Links, startsOf: (id: number) => readonly number[]): Reach {
  const { groupOf, groups } = condense(links);
  const seen = new Int32Array(groups.count).fill(-1);
  const stack = new Int32Array(groups.count);
  let search = 0;
  let last = -1;
  return (from, ends) => {
    const starts = startsOf(from);
    if (last !== from) {
      search += 1;
      last = from;
      const first = starts.map((id) => groupOf[id] ?? -1);
      visit(groups, first, { seen, stack, search });
    }
    return ends.some((end) => starts.includes(end) || seen[groupOf[end] ?? -1] === search);
  };
}

/** Groups of what reaches each other, and the links between those. */
function condense({ count, from, to }: Links): { readonly groupOf: Int32Array; readonly groups: Adjacency } {
  const { of, count: size } = findComponents(createAdjacency(count, from, to));
  const between = createPairNumbering();
  from.forEach((start, link) => {
    const a = of[start] ?? 0;
    const b = of[to[link] ?? 0] ?? 0;
    if (a !== b) between.of(a, b);
  });
  return { groupOf: of, groups: createAdjacency(size, between.lefts(), between.rights()) };
}

interface Visit {
  /** The search that came to each node last. */
  readonly seen: Int32Array;
  readonly stack: Int32Array;
  readonly search: number;
}

function visit({ offsets, targets }: Adjacency, starts: readonly number[], { seen, stack, search }: Visit): void {
  let depth = 0;
  const reach = (node: number): void => {
    if (seen[node] === search) return;
    seen[node] = search;
    stack[depth] = node;
    depth += 1;
  };
  for (const start of starts) reach(start);
  while (depth > 0) {
    depth -= 1;
    const node = stack[depth] ?? 0;
    const end = offsets[node + 1] ?? 0;
    for (let link = offsets[node] ?? 0; link < end; link += 1) reach(targets[link] ?? 0);
  }
}
