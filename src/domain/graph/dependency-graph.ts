import { z } from 'zod';

export const EdgeKind = z.enum(['import', 'call', 'data', 'type']);
export type EdgeKind = z.infer<typeof EdgeKind>;

/** A node of the graph: a symbol or an atom of the project, or (kind `external`, level -1) something outside of it. */
export const GraphNode = z.object({
  id: z.string(),
  file: z.string(),
  symbol: z.string(),
  kind: z.string(),
  level: z.number().int(),
});
export type GraphNode = z.infer<typeof GraphNode>;

/**
 * `from` needs `to`. `indirect`: `from` does not know `to`, directly or through what it names; `to` was handed to it (a
 * callback, an object passed in). Levels, cycles and the order leave such edges out.
 */
export const GraphEdge = z.object({
  from: z.string(),
  to: z.string(),
  kind: EdgeKind,
  indirect: z.literal(true).optional(),
});
export type GraphEdge = z.infer<typeof GraphEdge>;

/**
 * The dependency graph of a project, as `mge graph --json` prints it. Level 0 needs nothing of the project, level n
 * only lower ones, except inside a cycle, whose members share a level. `order` and `levels` leave externals out.
 */
export const DependencyGraph = z.object({
  nodes: z.array(GraphNode),
  edges: z.array(GraphEdge),
  levels: z.array(z.array(z.string())),
  cycles: z.array(z.array(z.string())),
  boundaries: z.array(z.object({ kind: z.enum(['module', 'component', 'fan-out']), atoms: z.array(z.string()) })),
  unresolved: z.array(z.object({ from: z.string(), name: z.string(), kind: EdgeKind })),
  order: z.array(z.string()),
});
export type DependencyGraph = z.infer<typeof DependencyGraph>;
