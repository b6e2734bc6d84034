import { createEdgeSet } from '#engine/dependencies/drawing/collect-edges.ts';
import type { DrawnGraph, DrawnNode } from '#engine/dependencies/drawing/drawn-graph.ts';
import { findInnerFunctions } from '#engine/dependencies/project/inner-functions.ts';
import { listUnresolved } from '#engine/dependencies/drawing/list-unresolved.ts';
import { placeEdges, type PlacedEdges } from '#engine/dependencies/drawing/place-edges.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { symbolIdAt } from '#engine/dependencies/project/symbol-id-at.ts';

/** Lines of code that make about one atom: the weight of a symbol whose atoms are not asked for. */
const linesPerAtom = 8;

/** The graph over symbols; with `nested`, functions inside them are nodes too where the language names them. */
export function drawSymbolGraph(project: ProjectModel, { nested }: { readonly nested: boolean }): DrawnGraph {
  const inner = project.files.map((file) => (nested ? findInnerFunctions(file) : null));
  const placed = placeEdges(project, inner);
  const edges = createEdgeSet({ loops: nested });
  for (const { from, to, kind, isIndirect } of placed.edges) edges.add(from, to, kind, isIndirect);
  return {
    nodes: [
      ...symbolNodes(project),
      ...inner.flatMap((functions) =>
        (functions?.list ?? []).map(({ id, file, kind }) => ({ id, file, symbol: id, kind, weight: 1 })),
      ),
    ],
    externals: externalsOf(placed),
    edges: edges.list(placed.ids),
    symbolEdges: symbolEdgesOf(placed),
    unresolved: listUnresolved(project, (site) => symbolIdAt(project, site)),
  };
}

export function symbolEdgesOf({ ids, edges }: PlacedEdges): DrawnGraph['symbolEdges'] {
  const direct = edges.filter(({ isIndirect, needs, to }) => !isIndirect && needs !== to);
  return { ids, count: ids.length, from: direct.map(({ needs }) => needs), to: direct.map(({ to }) => to) };
}

export function externalsOf({ edges }: PlacedEdges): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { recorded } of edges) if ('external' in recorded.target) names.add(recorded.target.external);
  return names;
}

function symbolNodes(project: ProjectModel): DrawnNode[] {
  return project.files.flatMap(({ tree, symbols }) =>
    symbols.symbols.map(({ facts }) => {
      const { id, file, kind, start, end } = facts;
      const isFrame = kind === 'module' || kind === 'class';
      const lines = isFrame ? 1 : countLines(tree.text, start, end);
      return { id, file, symbol: id, kind, weight: Math.ceil(lines / linesPerAtom) };
    }),
  );
}

function countLines(text: string, start: number, end: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
