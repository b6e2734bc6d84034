import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';

/** Stated calls against recorded ones, of functions that ran. */
export interface RecordedScore {
  readonly recorded: number;
  readonly missing: readonly string[];
  /** Stated, of a caller that ran and a callee that ran, and never seen. */
  readonly unseen: readonly string[];
}

/**
 * Compares the call edges of a graph with recorded ones (caller → callees, by dotted path). A recorded name that is no node
 * belongs to the node around it, a lambda to the function around it; calls within one node and calls of modules do not count.
 */
export function scoreRecordedCalls(
  graph: DependencyGraph,
  calls: Readonly<Record<string, readonly string[]>>,
): RecordedScore {
  const kinds = new Map(graph.nodes.map(({ id, kind }) => [id, kind]));
  const fold = (name: string): string => {
    let id = name.replace(/\.<lambda.*$/u, '').replaceAll(/#\d+/gu, '');
    while (!kinds.has(id) && id.includes('.')) id = id.slice(0, id.lastIndexOf('.'));
    return id;
  };
  const counts = (from: string, to: string): boolean =>
    from !== to && [from, to].every((id) => kinds.has(id) && kinds.get(id) !== 'module');
  const wanted = new Set<string>();
  const ran = new Set<string>();
  for (const [caller, callees] of Object.entries(calls)) {
    ran.add(fold(caller));
    for (const callee of callees) {
      ran.add(fold(callee));
      if (counts(fold(caller), fold(callee))) wanted.add(`${fold(caller)} → ${fold(callee)}`);
    }
  }
  const stated = new Set<string>();
  for (const { from, to, kind } of graph.edges)
    if (kind === 'call' && kinds.get(to) !== 'external' && counts(fold(from), fold(to)) && ran.has(fold(from)))
      stated.add(`${fold(from)} → ${fold(to)}`);
  return {
    recorded: wanted.size,
    missing: [...wanted].filter((edge) => !stated.has(edge)).toSorted(),
    unseen: [...stated].filter((edge) => !wanted.has(edge)).toSorted(),
  };
}
