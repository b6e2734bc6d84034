import type { DependencyGraph, GraphEdge } from '#domain/graph/dependency-graph.ts';
import type { Links } from '#engine/dependencies/drawing/links.ts';

/** A graph before its levels: nodes of the project, names outside, edges between ids. */
export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[];
  readonly externals: ReadonlySet<string>;
  /** Sorted by from, to, kind. */
  readonly edges: readonly GraphEdge[];
  readonly unresolved: DependencyGraph['unresolved'];
  /** Edges between the symbols of the nodes, by the numbers of their ids: what levels stand over. */
  readonly symbolEdges: Links & { readonly ids: readonly string[] };
}

export interface DrawnNode {
  readonly id: string;
  readonly file: string;
  readonly symbol: string;
  readonly kind: string;
  readonly weight: number;
}
