import type { Boundary } from '#domain/build/project.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';

/**
 * Where wider validations run: the graph's modules and components, each once its highest symbol stands, and the whole
 * system after the last level.
 */
export function projectBoundaries(graph: DependencyGraph, levels: ReadonlyMap<string, number>): Boundary[] {
  const inner = graph.boundaries.flatMap(({ kind, atoms }): Boundary[] => {
    const symbols = atoms.filter((id) => levels.has(id));
    return kind === 'fan-out' || symbols.length === 0 ? [] : [{ kind, afterLevel: highest(symbols, levels), symbols }];
  });
  const all = [...levels.keys()];
  return all.length === 0 ? inner : [...inner, { kind: 'system', afterLevel: highest(all, levels), symbols: all }];
}

function highest(symbols: readonly string[], levels: ReadonlyMap<string, number>): number {
  return symbols.reduce((top, id) => Math.max(top, levels.get(id) ?? 0), 0);
}
