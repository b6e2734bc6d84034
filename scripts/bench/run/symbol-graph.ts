import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';

/** The shape of a repository, and nothing of its text: symbols are numbers, in the order of files and lines. */
const SymbolGraph = z.object({
  name: z.string(),
  /** Of each symbol. */
  levels: z.array(z.int()),
  /** Symbol needs symbol; the needed one always stands on a lower level. */
  needs: z.array(z.tuple([z.int(), z.int()])),
});
export type SymbolGraph = z.infer<typeof SymbolGraph>;

const FOLDER = join(import.meta.dirname, 'graphs');

/** The graphs that are kept with this bench. */
export function readGraphs(): SymbolGraph[] {
  const names = readdirSync(FOLDER).toSorted();
  return names.map((name) => SymbolGraph.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))));
}

/** The shape of what `mge graph PATH --json` printed. */
export function takeShape(name: string, graph: DependencyGraph): SymbolGraph {
  const own = graph.nodes.filter((node) => node.kind !== 'external');
  const numbers = new Map(own.map((node, index) => [node.id, index]));
  const levels = own.map((node) => node.level);
  const needs = new Map<string, [number, number]>();
  for (const edge of graph.edges) {
    const from = numbers.get(edge.from);
    const to = numbers.get(edge.to);
    if (from === undefined || to === undefined || edge.indirect === true) continue;
    // Inside a cycle nobody waits for anybody: its members are written and judged together.
    if ((levels[to] ?? 0) < (levels[from] ?? 0)) needs.set(`${from} ${to}`, [from, to]);
  }
  return { name, levels, needs: [...needs.values()] };
}
