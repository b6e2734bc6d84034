import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';

/** The symbols of the project that a symbol needs, directly and through others, nearest first, then in the order of the graph. */
export function nearestNeeds(graph: DependencyGraph, symbol: string): string[] {
  const needs = new Map<string, string[]>();
  for (const { from, to } of graph.edges) {
    const known = needs.get(from);
    if (known === undefined) needs.set(from, [to]);
    else if (!known.includes(to)) known.push(to);
  }
  const external = new Set(graph.nodes.filter((node) => node.kind === 'external').map((node) => node.id));
  const found = new Set([symbol]);
  for (const current of found) for (const need of needs.get(current) ?? []) if (!external.has(need)) found.add(need);
  found.delete(symbol);
  return [...found];
}

/** The symbols that need a symbol directly, in the order of the graph. */
export function directUsers(graph: DependencyGraph, symbol: string): string[] {
  return [...new Set(graph.edges.filter(({ from, to }) => to === symbol && from !== symbol).map(({ from }) => from))];
}
