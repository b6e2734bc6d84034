import { createAdjacency, type Adjacency } from '#domain/graph/adjacency.ts';
import { findBoundaries } from '#domain/graph/boundaries.ts';
import { findComponents } from '#domain/graph/components.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { computeLevels, nodesByComponent } from '#domain/graph/levels.ts';
import { computeOrder } from '#domain/graph/order.ts';
import type { DrawnGraph, DrawnNode } from '#engine/dependencies/drawn-graph.ts';
import { compareText } from '#engine/dependencies/source-paths.ts';

/** Adds levels, cycles, boundaries and an order to the drawn edges; everything sorted, so that equal input gives equal output. */
export function assembleGraph(drawn: DrawnGraph): DependencyGraph {
  const nodes = drawn.nodes.toSorted((a, b) => compareText(a.id, b.id));
  const { levelOf, cycles, order } = rankSymbols(drawn, nodes);
  const level = (node: DrawnNode): number => levelOf.get(node.symbol) ?? 0;
  const dependents = dependentsOf(drawn);
  const externals = [...drawn.externals].toSorted(compareText);
  const levels: string[][] = [];
  for (const node of nodes) (levels[level(node)] ??= []).push(node.id);
  return {
    nodes: [
      ...nodes.map((node) => ({
        id: node.id,
        file: node.file,
        symbol: node.symbol,
        kind: node.kind,
        level: level(node),
      })),
      ...externals.map((id) => ({ id, file: '', symbol: id, kind: 'external', level: -1 })),
    ],
    edges: [...drawn.edges],
    levels: Array.from(levels, (ids) => ids ?? []),
    cycles,
    boundaries: findBoundaries(
      nodes.map(({ id, file, weight }) => ({ id, file, weight, dependents: dependents.get(id)?.count ?? 0 })),
    ),
    unresolved: drawn.unresolved,
    order: orderNodes(nodes, order),
  };
}

interface Ranking {
  readonly levelOf: ReadonlyMap<string, number>;
  readonly cycles: string[][];
  /** The symbols in the order in which they may be made. */
  readonly order: readonly string[];
}

/** Levels, cycles and order over the symbols of the nodes. */
function rankSymbols({ symbolEdges }: DrawnGraph, nodes: readonly DrawnNode[]): Ranking {
  const symbols = [...new Set(nodes.map((node) => node.symbol))].toSorted(compareText);
  const adjacency = adjacencyOf(symbols, symbolEdges);
  const components = findComponents(adjacency);
  const levels = computeLevels(adjacency, components);
  const groups: string[][] = [];
  for (const index of nodesByComponent(symbols.length, components))
    (groups[components.of[index] ?? 0] ??= []).push(symbols[index] ?? '');
  return {
    levelOf: new Map(symbols.map((symbol, index) => [symbol, levels[index] ?? 0])),
    cycles: groups.filter((group) => group.length > 1).toSorted((a, b) => compareText(a[0] ?? '', b[0] ?? '')),
    order: computeOrder(adjacency, components).map((index) => symbols[index] ?? ''),
  };
}

/** A topological order of the nodes, level by level for atoms of one symbol. */
function orderNodes(nodes: readonly DrawnNode[], symbols: readonly string[]): string[] {
  const bySymbol = new Map<string, string[]>();
  for (const node of nodes) {
    const ids = bySymbol.get(node.symbol);
    if (ids === undefined) bySymbol.set(node.symbol, [node.id]);
    else ids.push(node.id);
  }
  return symbols.flatMap((symbol) => bySymbol.get(symbol) ?? []);
}

/** The edges of which both ends are among the symbols. */
function adjacencyOf(symbols: readonly string[], { ids, from, to }: DrawnGraph['symbolEdges']): Adjacency {
  const indexOf = new Map(symbols.map((symbol, index) => [symbol, index]));
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
  return createAdjacency(symbols.length, starts, ends);
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
