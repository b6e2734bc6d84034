import type { DependencyGraph, GraphEdge } from '#domain/graph/dependency-graph.ts';

/** A graph before its levels: nodes of the project, names outside, edges between ids. */
export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[];
  readonly externals: ReadonlySet<string>;
  readonly edges: readonly GraphEdge[];
  readonly unresolved: DependencyGraph['unresolved'];
  /** Edges between the symbols of the nodes: what levels stand over. */
  readonly symbolEdges: readonly { readonly from: string; readonly to: string }[];
}

export interface DrawnNode {
  readonly id: string;
  readonly file: string;
  readonly symbol: string;
  readonly kind: string;
  readonly weight: number;
}
