import type { GraphEdge } from '#domain/graph/dependency-graph.ts';

/** Edges without doubles; where a call says it already, the mention of the same name is not data as well. */
export interface EdgeSet {
  /** An edge that is indirect in one place and not in another is not. */
  add(edge: GraphEdge): void;
  /** Sorted by from, to, kind. */
  list(): GraphEdge[];
}

/** With `loops`, what calls itself has an edge to itself. */
export function createEdgeSet({ loops = false } = {}): EdgeSet {
  const edges = new Map<string, GraphEdge>();
  const keyOf = ({ from, to, kind }: GraphEdge): string => `${from}\n${to}\n${kind}`;
  return {
    add(edge) {
      if (edge.from === edge.to && !(loops && edge.kind === 'call')) return;
      const key = keyOf(edge);
      if (edges.get(key)?.indirect !== undefined || !edges.has(key)) edges.set(key, edge);
    },
    list: () =>
      [...edges]
        .filter(([, edge]) => edge.kind !== 'data' || !edges.has(keyOf({ ...edge, kind: 'call' })))
        .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
        .map(([, edge]) => edge),
  };
}
