import { readGraphs } from '#scripts/bench/run/symbol-graph.ts';
import { drawWorkload, type Workload } from '#scripts/bench/run/workload.ts';

/** Runs that are begun at once. */
export const RUNS = 10;

/** The same in every process: so many runs, of which one first text in seven is wrong. */
export function drawLoad(): { readonly work: readonly Workload[]; readonly atoms: number } {
  const graph = readGraphs().find(({ name }) => name === 'starlette');
  if (graph === undefined) throw new Error('the graph is gone');
  const work = Array.from({ length: RUNS }, (_, seed) => drawWorkload(graph, { seed, failing: 0.15 }));
  return { work, atoms: graph.levels.length };
}

/** What a process has used since this was called. */
export function watchUse(): () => Use {
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 100);
  const before = process.cpuUsage();
  return () => {
    clearInterval(watch);
    const { user, system } = process.cpuUsage(before);
    return { cpuSeconds: (user + system) / 1e6, mostBytes: most };
  };
}

export interface Use {
  readonly cpuSeconds: number;
  /** Resident set size. */
  readonly mostBytes: number;
}
