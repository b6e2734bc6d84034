import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { toGraphology } from '#engine/dependencies/drawing/to-graphology.ts';

/** Everything that needs a node, directly or through others, nearest first; without the node itself. */
export function affectedBy(graph: DependencyGraph, id: string): string[] {
  const edges = toGraphology(graph);
  if (!edges.hasNode(id)) return [];
  const found = new Set([id]);
  for (const current of found) for (const dependent of edges.inNeighbors(current).toSorted()) found.add(dependent);
  found.delete(id);
  return [...found];
}
