import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';

/**
 * Symbol needs symbol, each pair once; `owners` says which symbol stands for which. What is only handed in (`indirect`) is
 * not needed, as for the levels.
 */
export function projectNeeds(graph: DependencyGraph, owners: ReadonlyMap<string, string>): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  for (const edge of graph.edges) {
    if (edge.indirect === true) continue;
    const from = owners.get(edge.from);
    const to = owners.get(edge.to);
    if (from !== undefined && to !== undefined && from !== to) pairs.set(`${from} ${to}`, [from, to]);
  }
  return [...pairs.values()];
}
