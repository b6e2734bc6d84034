import { createAdjacency, type Adjacency } from '#domain/graph/adjacency.ts';
import { findComponents } from '#domain/graph/components.ts';

/** Whether any of the ends can be come to from a start. */
export type Reach = (from: string, ends: readonly string[]) => boolean;

/**
 * What can be reached over links, `startsOf` a start being where the search begins. Groups that reach each other are one
 * node, and the last search is kept, for questions that come in the order of their start.
 */
export function createReach(
  links: readonly (readonly [string, string])[],
  startsOf: (id: string) => readonly string[],
): Reach {
  const { groupOf, groups } = condense(links);
  const seen = new Int32Array(groups.count).fill(-1);
  const stack = new Int32Array(groups.count);
  let search = 0;
  let last: string | null = null;
  return (from, ends) => {
    const starts = startsOf(from);
    if (last !== from) {
      search += 1;
      last = from;
      const first = starts.flatMap((id) => groupOf.get(id) ?? []);
      visit(groups, first, { seen, stack, search });
    }
    return ends.some((end) => starts.includes(end) || seen[groupOf.get(end) ?? -1] === search);
  };
}

/** Numbers for what reaches each other, and the links between those. */
function condense(links: readonly (readonly [string, string])[]): {
  readonly groupOf: ReadonlyMap<string, number>;
  readonly groups: Adjacency;
} {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, numbers.size);
    return numbers.size - 1;
  };
  const from = links.map(([start]) => numberOf(start));
  const to = links.map(([, end]) => numberOf(end));
  const { of, count } = findComponents(createAdjacency(numbers.size, from, to));
  const group = (node: number): number => of[node] ?? 0;
  const doubles = new Set<number>();
  const outer = from.flatMap((start, link) => {
    const [a, b] = [group(start), group(to[link] ?? 0)];
    const key = a * count + b;
    if (a === b || doubles.has(key)) return [];
    doubles.add(key);
    return [{ a, b }];
  });
  const groups = createAdjacency(
    count,
    outer.map(({ a }) => a),
    outer.map(({ b }) => b),
  );
  return { groupOf: new Map(Array.from(numbers, ([id, number]) => [id, group(number)])), groups };
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
