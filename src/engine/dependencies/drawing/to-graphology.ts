import { MultiDirectedGraph } from 'graphology';
import type { DependencyGraph, GraphEdge, GraphNode } from '#domain/graph/dependency-graph.ts';

/** The dependency graph as a graphology graph, for traversal and export. */
export function toGraphology(graph: DependencyGraph): MultiDirectedGraph<GraphNode, Pick<GraphEdge, 'kind'>> {
  const result = new MultiDirectedGraph<GraphNode, Pick<GraphEdge, 'kind'>>();
  for (const node of graph.nodes) result.mergeNode(node.id, node);
  for (const { from, to, kind } of graph.edges)
    if (result.hasNode(from) && result.hasNode(to)) result.addDirectedEdge(from, to, { kind });
  return result;
}
