import type { GraphEdge } from '#domain/graph/dependency-graph.ts';
import type { DrawnGraph } from '#engine/dependencies/drawing/drawn-graph.ts';
import { compareUnresolved } from '#engine/dependencies/drawing/list-unresolved.ts';
import { compareText } from '#engine/dependencies/project/source-paths.ts';

/** One graph of the graphs of a project's parts: no id of the project is in two of them. */
export function joinDrawn(parts: readonly DrawnGraph[]): DrawnGraph {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return {
    nodes: parts.flatMap(({ nodes }) => nodes),
    externals: new Set(parts.flatMap(({ externals }) => [...externals])),
    edges: joinEdges(parts),
    unresolved: parts.flatMap(({ unresolved }) => unresolved).toSorted(compareUnresolved),
    symbolEdges: joinLinks(parts.map(({ symbolEdges }) => symbolEdges)),
  };
}

/** Edges of one end stand together, all in one part. */
function joinEdges(parts: readonly DrawnGraph[]): GraphEdge[] {
  const runs = parts.flatMap(({ edges }) => runsOf(edges));
  return runs.toSorted((a, b) => compareText(a[0]?.from ?? '', b[0]?.from ?? '')).flat();
}

function runsOf(edges: readonly GraphEdge[]): GraphEdge[][] {
  const runs: GraphEdge[][] = [];
  for (const edge of edges) {
    const run = runs.at(-1);
    if (run?.[0]?.from === edge.from) run.push(edge);
    else runs.push([edge]);
  }
  return runs;
}

function joinLinks(parts: readonly DrawnGraph['symbolEdges'][]): DrawnGraph['symbolEdges'] {
  const ids: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const part of parts) {
    for (const end of part.from) from.push(ids.length + end);
    for (const end of part.to) to.push(ids.length + end);
    for (const id of part.ids) ids.push(id);
  }
  return { ids, count: ids.length, from, to };
}
