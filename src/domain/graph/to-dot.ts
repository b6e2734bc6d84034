import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { numberNodes } from '#domain/graph/number-nodes.ts';

/** A Graphviz digraph of the project's own nodes, equal levels on equal ranks. */
export function toDot(graph: DependencyGraph): string {
  const numbers = numberNodes(graph);
  const nodes = [...numbers].map(([id, number]) => `  n${number} [label=${quote(id)}];`);
  const ranks = graph.levels.map((ids) => `  { rank=same; ${ids.map((id) => `n${numbers.get(id) ?? 0};`).join(' ')} }`);
  const edges = graph.edges
    .filter(({ from, to }) => numbers.has(from) && numbers.has(to))
    .map(({ from, to, kind }) => `  n${numbers.get(from) ?? 0} -> n${numbers.get(to) ?? 0} [label="${kind}"];`);
  return ['digraph dependencies {', '  rankdir=BT;', ...nodes, ...ranks, ...edges, '}'].join('\n');
}

function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
