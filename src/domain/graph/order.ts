import { createAdjacency, type Adjacency } from '#domain/graph/adjacency.ts';
import type { Components } from '#domain/graph/components.ts';
import { createPriorityQueue } from '#domain/graph/priority-queue.ts';

/**
 * A valid order of generation: whatever a node needs stands before it (members of a cycle stand together). Among those
 * that are ready the one with the longest path of others waiting for it comes first, then the lower number.
 */
export function computeOrder(adjacency: Adjacency, components: Components): number[] {
  const members = groupMembers(adjacency.count, components);
  const { waiting, dependents } = condense(adjacency, components);
  const remaining = remainingPaths(dependents);
  const first = (component: number): number => members.targets[members.offsets[component] ?? 0] ?? 0;
  const ready = createPriorityQueue(
    (a: number, b: number) => (remaining[b] ?? 0) - (remaining[a] ?? 0) || first(a) - first(b),
  );
  waiting.forEach((needs, component) => {
    if (needs === 0) ready.push(component);
  });
  const order: number[] = [];
  for (let component = ready.pop(); component !== undefined; component = ready.pop()) {
    forEachTarget(members, component, (node) => order.push(node));
    forEachTarget(dependents, component, (dependent) => {
      waiting[dependent] = (waiting[dependent] ?? 0) - 1;
      if (waiting[dependent] === 0) ready.push(dependent);
    });
  }
  return order;
}

function forEachTarget({ offsets, targets }: Adjacency, node: number, visit: (target: number) => void): void {
  const end = offsets[node + 1] ?? 0;
  for (let edge = offsets[node] ?? 0; edge < end; edge += 1) visit(targets[edge] ?? 0);
}

/** The nodes of each component, as edges from its number. */
function groupMembers(count: number, { of, count: size }: Components): Adjacency {
  return createAdjacency(
    size,
    of,
    new Uint32Array(count).map((_, node) => node),
  );
}

/** The graph of components: for how many edges each waits, and who waits for it, once for each edge. */
function condense(
  { count, offsets, targets }: Adjacency,
  { of, count: size }: Components,
): { waiting: Int32Array; dependents: Adjacency } {
  const waiting = new Int32Array(size);
  const from: number[] = [];
  const to: number[] = [];
  for (let node = 0; node < count; node += 1) {
    const own = of[node] ?? 0;
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge += 1) {
      const needed = of[targets[edge] ?? 0] ?? 0;
      if (needed === own) continue;
      from.push(needed);
      to.push(own);
      waiting[own] = (waiting[own] ?? 0) + 1;
    }
  }
  return { waiting, dependents: createAdjacency(size, from, to) };
}

/** Length of the longest path of dependents; components are numbered so that dependents have higher numbers. */
function remainingPaths(dependents: Adjacency): Int32Array {
  const remaining = new Int32Array(dependents.count);
  for (let component = dependents.count - 1; component >= 0; component -= 1)
    forEachTarget(dependents, component, (dependent) => {
      remaining[component] = Math.max(remaining[component] ?? 0, (remaining[dependent] ?? 0) + 1);
    });
  return remaining;
}
