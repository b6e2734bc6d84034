import type { ProjectSymbol } from '#domain/build/project.ts';
import { createAdjacency, type Adjacency } from '#domain/graph/adjacency.ts';
import { findComponents, type Components } from '#domain/graph/components.ts';
import { nodesByComponent } from '#domain/graph/levels.ts';

/**
 * The levels in which symbols are generated, tested and committed. A symbol stands above everything that it needs and that
 * is a stub until its own level: functions and methods. What stands from the skeleton on (types, constants, classes'
 * frames, imports, code that existed before) raises nobody. Members of a cycle share a level. Existing symbols are left out.
 */
export function generationLevels(
  symbols: readonly ProjectSymbol[],
  needs: readonly (readonly [string, string])[],
): string[][] {
  const numbers = new Map(symbols.map((symbol, index) => [symbol.id, index]));
  const graph = adjacencyOf(symbols, needs, numbers);
  const components = findComponents(graph);
  const heights = heightsOf(symbols, graph, components);
  const levels: string[][] = [];
  symbols.forEach((symbol, index) => {
    const level = heights[components.of[index] ?? 0] ?? 0;
    if (!symbol.existing) (levels[level] ??= []).push(symbol.id);
  });
  return Array.from(levels, (level) => level ?? []).filter((level) => level.length > 0);
}

function adjacencyOf(
  symbols: readonly ProjectSymbol[],
  needs: readonly (readonly [string, string])[],
  numbers: ReadonlyMap<string, number>,
): Adjacency {
  const from: number[] = [];
  const to: number[] = [];
  for (const [user, used] of needs) {
    const [start, end] = [numbers.get(user), numbers.get(used)];
    if (start === undefined || end === undefined || isFrame(symbols[start])) continue;
    from.push(start);
    to.push(end);
  }
  return createAdjacency(symbols.length, from, to);
}

function heightsOf(symbols: readonly ProjectSymbol[], graph: Adjacency, components: Components): Int32Array {
  const heights = new Int32Array(components.count);
  // Components come with what they need first, so that a height is final before it is used.
  for (const node of nodesByComponent(graph.count, components)) {
    const own = components.of[node] ?? 0;
    for (let edge = graph.offsets[node] ?? 0; edge < (graph.offsets[node + 1] ?? 0); edge += 1) {
      const target = graph.targets[edge] ?? 0;
      const needed = components.of[target] ?? 0;
      if (needed !== own)
        heights[own] = Math.max(heights[own] ?? 0, (heights[needed] ?? 0) + weightOf(symbols[target]));
    }
  }
  return heights;
}

/** A file's imports and declarations of its own, without code that runs when it is loaded. */
function isFrame(symbol: ProjectSymbol | undefined): boolean {
  return symbol?.kind === 'module' && symbol.stub === null;
}

function weightOf(symbol: ProjectSymbol | undefined): 0 | 1 {
  return symbol === undefined || symbol.existing || !['function', 'method'].includes(symbol.kind) ? 0 : 1;
}
