import type { Adjacency } from '#domain/graph/adjacency.ts';
import type { Components } from '#domain/graph/components.ts';

/** The level of each node: 0 needs nothing, n only lower ones; members of a cycle share theirs. */
export function computeLevels({ count, offsets, targets }: Adjacency, components: Components): Int32Array {
  const { of, order } = components;
  const ofComponent = new Int32Array(components.count);
  for (let place = 0; place < count; place += 1) {
    const node = order[place] ?? 0;
    const own = of[node] ?? 0;
    const end = offsets[node + 1] ?? 0;
    let level = ofComponent[own] ?? 0;
    for (let edge = offsets[node] ?? 0; edge < end; edge += 1) {
      const needed = of[targets[edge] ?? 0] ?? 0;
      if (needed !== own) level = Math.max(level, (ofComponent[needed] ?? 0) + 1);
    }
    ofComponent[own] = level;
  }
  const levels = new Int32Array(count);
  for (let node = 0; node < count; node += 1) levels[node] = ofComponent[of[node] ?? 0] ?? 0;
  return levels;
}

/** All nodes, those of lower components first. */
export function nodesByComponent(count: number, components: Components): Uint32Array {
  const starts = new Uint32Array(components.count + 1);
  for (let node = 0; node < count; node += 1) {
    const next = (components.of[node] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 0; at < components.count; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const order = new Uint32Array(count);
  for (let node = 0; node < count; node += 1) {
    const component = components.of[node] ?? 0;
    const place = starts[component] ?? 0;
    order[place] = node;
    starts[component] = place + 1;
  }
  return order;
}
