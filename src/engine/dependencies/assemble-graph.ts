import { createAdjacency } from '#domain/graph/adjacency.ts';
import { findBoundaries } from '#domain/graph/boundaries.ts';
import { findComponents } from '#domain/graph/components.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { computeLevels, nodesByComponent } from '#domain/graph/levels.ts';
import { computeOrder } from '#domain/graph/order.ts';
import type { DrawnGraph, DrawnNode } from '#engine/dependencies/drawn-graph.ts';

/** Adds levels, cycles, boundaries and an order to the drawn edges; everything sorted, so that equal input gives equal output. */
export function assembleGraph(drawn: DrawnGraph): DependencyGraph {
  const nodes = drawn.nodes.toSorted((a, b) => compareText(a.id, b.id));
  const { levelOf, cycles } = rankSymbols(drawn, nodes);
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
    boundaries: findBoundaries(nodes.map((node) => ({ ...node, dependents: dependents.get(node.id) ?? 0 }))),
    unresolved: drawn.unresolved,
    order: orderNodes(drawn, nodes, levelOf),
  };
}

interface Ranking {
  readonly levelOf: ReadonlyMap<string, number>;
  readonly cycles: string[][];
}

/** Levels and cycles over the symbols of the nodes. */
function rankSymbols(drawn: DrawnGraph, nodes: readonly DrawnNode[]): Ranking {
  const symbols = [...new Set(nodes.map((node) => node.symbol))].toSorted(compareText);
  const adjacency = adjacencyOf(symbols, drawn.symbolEdges);
  const components = findComponents(adjacency);
  const levels = computeLevels(adjacency, components);
  const groups: string[][] = [];
  for (const index of nodesByComponent(symbols.length, components))
    (groups[components.of[index] ?? 0] ??= []).push(symbols[index] ?? '');
  return {
    levelOf: new Map(symbols.map((symbol, index) => [symbol, levels[index] ?? 0])),
    cycles: groups.filter((group) => group.length > 1).toSorted((a, b) => compareText(a[0] ?? '', b[0] ?? '')),
  };
}

/** A topological order of the nodes, level by level for atoms of one symbol. */
function orderNodes(drawn: DrawnGraph, nodes: readonly DrawnNode[], levelOf: ReadonlyMap<string, number>): string[] {
  const symbols = [...levelOf.keys()];
  const adjacency = adjacencyOf(symbols, drawn.symbolEdges);
  const bySymbol = new Map<string, string[]>();
  for (const node of nodes) {
    const ids = bySymbol.get(node.symbol);
    if (ids === undefined) bySymbol.set(node.symbol, [node.id]);
    else ids.push(node.id);
  }
  return computeOrder(adjacency, findComponents(adjacency)).flatMap(
    (index) => bySymbol.get(symbols[index] ?? '') ?? [],
  );
}

function adjacencyOf(ids: readonly string[], edges: DrawnGraph['symbolEdges']): ReturnType<typeof createAdjacency> {
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const from: number[] = [];
  const to: number[] = [];
  for (const edge of edges) {
    const start = indexOf.get(edge.from);
    const end = indexOf.get(edge.to);
    if (start === undefined || end === undefined) continue;
    from.push(start);
    to.push(end);
  }
  return createAdjacency(ids.length, from, to);
}

function dependentsOf({ edges }: DrawnGraph): Map<string, number> {
  const needed = new Map<string, Set<string>>();
  for (const { from, to } of edges) {
    const set = needed.get(to);
    if (set === undefined) needed.set(to, new Set([from]));
    else set.add(from);
  }
  return new Map([...needed].map(([id, set]) => [id, set.size]));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
