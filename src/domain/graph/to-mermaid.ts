import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { numberNodes } from '#domain/graph/number-nodes.ts';

/** A Mermaid flowchart of the project's own nodes, a subgraph for each level. */
export function toMermaid(graph: DependencyGraph): string {
  const numbers = numberNodes(graph);
  const levels = graph.levels.flatMap((ids, level) => [
    `  subgraph level${level}["level ${level}"]`,
    ...ids.map((id) => `    n${numbers.get(id) ?? 0}["${escapeLabel(id)}"]`),
    '  end',
  ]);
  const edges = graph.edges
    .filter(({ from, to }) => numbers.has(from) && numbers.has(to))
    .map(({ from, to, kind }) => `  n${numbers.get(from) ?? 0} -->|${kind}| n${numbers.get(to) ?? 0}`);
  return ['flowchart BT', ...levels, ...edges].join('\n');
}

function escapeLabel(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('#', '&num;');
}
