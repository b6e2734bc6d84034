import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';

/** Share of the graph's references that were resolved, 0 to 1; 1 when there are none. */
export function shareOfResolved(graph: DependencyGraph): number {
  const all = graph.edges.length + graph.unresolved.length;
  return all === 0 ? 1 : graph.edges.length / all;
}
