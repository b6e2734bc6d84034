import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';

/** A number for each node of the project, externals left out. */
export function numberNodes({ nodes }: DependencyGraph): Map<string, number> {
  return new Map(nodes.filter((node) => node.kind !== 'external').map((node, index) => [node.id, index]));
}
