import type { Adjacency } from '#domain/graph/adjacency.ts';
import type { Components } from '#domain/graph/components.ts';
import { nodesByComponent } from '#domain/graph/levels.ts';
import { createPriorityQueue } from '#domain/graph/priority-queue.ts';

/**
 * A valid order of generation: whatever a node needs stands before it (members of a cycle stand together). Among those
 * that are ready the one with the longest path of others waiting for it comes first, then the lower number.
 */
export function computeOrder(adjacency: Adjacency, components: Components): number[] {
  const { count } = adjacency;
  const members = groupMembers(count, components);
  const { waiting, dependents } = condense(adjacency, components);
  const remaining = remainingPaths(components.count, dependents);
  const ready = createPriorityQueue((a: number, b: number) => compare(a, b, remaining, members));
  waiting.forEach((needs, component) => {
    if (needs === 0) ready.push(component);
  });
  const order: number[] = [];
  for (let component = ready.pop(); component !== undefined; component = ready.pop()) {
    order.push(...(members[component] ?? []));
    for (const dependent of dependents[component] ?? []) {
      waiting[dependent] = (waiting[dependent] ?? 0) - 1;
      if (waiting[dependent] === 0) ready.push(dependent);
    }
  }
  return order;
}

function compare(a: number, b: number, remaining: Int32Array, members: readonly (readonly number[])[]): number {
  return (remaining[b] ?? 0) - (remaining[a] ?? 0) || (members[a]?.[0] ?? 0) - (members[b]?.[0] ?? 0);
}

function groupMembers(count: number, components: Components): number[][] {
  const members: number[][] = Array.from({ length: components.count }, () => []);
  for (const node of nodesByComponent(count, components)) members[components.of[node] ?? 0]?.push(node);
  return members;
}

/** The graph of components: how many others each waits for, and who waits for it. */
function condense(
  { count, offsets, targets }: Adjacency,
  { of, count: size }: Components,
): { waiting: Int32Array; dependents: number[][] } {
  const dependents: Set<number>[] = Array.from({ length: size }, () => new Set());
  for (let node = 0; node < count; node += 1) {
    const own = of[node] ?? 0;
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge += 1) {
      const needed = of[targets[edge] ?? 0] ?? 0;
      if (needed !== own) dependents[needed]?.add(own);
    }
  }
  const waiting = new Int32Array(size);
  for (const set of dependents) for (const dependent of set) waiting[dependent] = (waiting[dependent] ?? 0) + 1;
  return { waiting, dependents: dependents.map((set) => [...set]) };
}

/** Length of the longest path of dependents; components are numbered so that dependents have higher numbers. */
function remainingPaths(size: number, dependents: readonly (readonly number[])[]): Int32Array {
  const remaining = new Int32Array(size);
  for (let component = size - 1; component >= 0; component -= 1)
    for (const dependent of dependents[component] ?? [])
      remaining[component] = Math.max(remaining[component] ?? 0, (remaining[dependent] ?? 0) + 1);
  return remaining;
}
