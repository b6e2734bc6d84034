import { createAdjacency, type Adjacency } from '#domain/graph/adjacency.ts';
import { findBoundaries } from '#domain/graph/boundaries.ts';
import { findComponents } from '#domain/graph/components.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { computeLevels, nodesByComponent } from '#domain/graph/levels.ts';
import { computeOrder } from '#domain/graph/order.ts';
import type { DrawnGraph, DrawnNode } from '#engine/dependencies/drawing/drawn-graph.ts';
import { compareText } from '#engine/dependencies/project/source-paths.ts';

/** Adds levels, cycles, boundaries and an order to the drawn edges; everything sorted, so that equal input gives equal output. */
export function assembleGraph(drawn: DrawnGraph): DependencyGraph {
  const nodes = drawn.nodes.toSorted((a, b) => compareText(a.id, b.id));
  const { levels: levelOf, cycles, order } = rankSymbols(drawn, nodes);
  const dependents = dependentsOf(drawn);
  const own = new Set(nodes.map(({ id }) => id));
  // What is outside may be called as something of the project is: one id is one node.
  const externals = [...drawn.externals].filter((id) => !own.has(id)).toSorted(compareText);
  const levels: string[][] = [];
  nodes.forEach(({ id }, index) => (levels[levelOf[index] ?? 0] ??= []).push(id));
  return {
    nodes: [
      ...nodes.map(({ id, file, symbol, kind }, index) => ({ id, file, symbol, kind, level: levelOf[index] ?? 0 })),
      ...externals.map((id) => ({ id, file: '', symbol: id, kind: 'external', level: -1 })),
    ],
    edges: [...drawn.edges],
    levels: Array.from(levels, (ids) => ids ?? []),
    cycles,
    boundaries: findBoundaries(
      nodes.map(({ id, file, weight }) => ({ id, file, weight, dependents: dependents.get(id)?.count ?? 0 })),
    ),
    unresolved: drawn.unresolved,
    order: Array.from(order, (index) => nodes[index]?.id ?? ''),
  };
}

interface Ranking {
  /** By the number of the node. */
  readonly levels: Int32Array;
  readonly cycles: string[][];
  /** The nodes in the order in which they may be made: those of one symbol together, in their own order. */
  readonly order: Uint32Array;
}

/** Levels and order of the nodes, and cycles, over their symbols. */
function rankSymbols({ symbolEdges }: DrawnGraph, nodes: readonly DrawnNode[]): Ranking {
  const symbols = [...new Set(nodes.map((node) => node.symbol))].toSorted(compareText);
  const indexOf = new Map(symbols.map((symbol, index) => [symbol, index]));
  const adjacency = adjacencyOf(indexOf, symbolEdges);
  const symbolOf = Int32Array.from(nodes, ({ symbol }) => indexOf.get(symbol) ?? 0);
  const components = findComponents(adjacency);
  const levels = computeLevels(adjacency, components);
  const groups: string[][] = [];
  for (const index of nodesByComponent(symbols.length, components))
    (groups[components.of[index] ?? 0] ??= []).push(symbols[index] ?? '');
  return {
    levels: symbolOf.map((symbol) => levels[symbol] ?? 0),
    cycles: groups.filter((group) => group.length > 1).toSorted((a, b) => compareText(a[0] ?? '', b[0] ?? '')),
    order: nodesInOrder(symbolOf, computeOrder(adjacency, components)),
  };
}

function nodesInOrder(symbolOf: Int32Array, symbols: readonly number[]): Uint32Array {
  const placeOf = new Uint32Array(symbols.length);
  symbols.forEach((symbol, place) => {
    placeOf[symbol] = place;
  });
  const places = symbolOf.map((symbol) => placeOf[symbol] ?? 0);
  return createAdjacency(
    symbols.length,
    places,
    places.map((_, node) => node),
  ).targets;
}

/** The edges of which both ends are among the symbols. */
function adjacencyOf(indexOf: ReadonlyMap<string, number>, { ids, from, to }: DrawnGraph['symbolEdges']): Adjacency {
  const index = Int32Array.from(ids, (id) => indexOf.get(id) ?? -1);
  const starts: number[] = [];
  const ends: number[] = [];
  from.forEach((id, link) => {
    const start = index[id] ?? -1;
    const end = index[to[link] ?? -1] ?? -1;
    if (start < 0 || end < 0) return;
    starts.push(start);
    ends.push(end);
  });
  return createAdjacency(indexOf.size, starts, ends);
}

/** How many others need each node: those of one `from` stand together. */
function dependentsOf({ edges }: DrawnGraph): ReadonlyMap<string, { readonly count: number }> {
  const needed = new Map<string, { count: number; last: string }>();
  for (const { from, to } of edges) {
    const known = needed.get(to);
    if (known === undefined) needed.set(to, { count: 1, last: from });
    else if (known.last !== from) {
      known.count += 1;
      known.last = from;
    }
  }
  return needed;
}
