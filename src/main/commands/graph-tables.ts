import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { renderTable } from '#main/commands/render-table.ts';

/** The graph for a terminal: its counts, its levels, cycles and what could not be resolved. */
export function renderGraphTables(graph: DependencyGraph): string {
  const own = graph.nodes.filter((node) => node.kind !== 'external');
  const kinds = ['import', 'call', 'data', 'type'].map(
    (kind) => `${graph.edges.filter((edge) => edge.kind === kind).length} ${kind}`,
  );
  const levels = graph.levels.map((ids, level) => [level, ids.length, shorten(ids)]);
  const cycles = graph.cycles.map((cycle) => `  ${cycle.join(' → ')}`);
  const unresolved = graph.unresolved.map((miss) => `  ${miss.from}: ${miss.name} (${miss.kind})`);
  return [
    `${own.length} nodes, ${graph.nodes.length - own.length} external; edges: ${kinds.join(', ')}`,
    '',
    renderTable([['level', 'nodes', 'ids'], ...levels]),
    ...section('Cycles (generated together)', cycles),
    ...section(`Unresolved (${unresolved.length})`, unresolved.slice(0, shown)),
    ...(unresolved.length > shown ? [`  … ${unresolved.length - shown} more: see --json`] : []),
  ].join('\n');
}

const shown = 20;

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines];
}

function shorten(ids: readonly string[]): string {
  const text = ids.slice(0, 4).join(', ');
  return ids.length > 4 ? `${text}, … ${ids.length - 4} more` : text;
}
