import { byLevel, validationSeconds, type Workload } from '#scripts/bench/run/workload.ts';

/**
 * L, in seconds: no scheduler is quicker that waits for each dependency's validated code. The critical path with its
 * validations, or all calls on `concurrency` places and one validation, whichever is more.
 */
export function lowerBound(work: Workload, concurrency: number): number {
  const validation = validationSeconds({ symbols: 1, levels: 1, faults: 0 });
  const path: number[] = [];
  for (const symbol of byLevel(work.graph)) {
    const fails = work.failing.has(symbol);
    const calls = (work.first[symbol] ?? 0) + (fails ? (work.second[symbol] ?? 0) : 0);
    const before = (work.needs[symbol] ?? []).map((needed) => path[needed] ?? 0);
    path[symbol] = Math.max(0, ...before) + calls + validation * (fails ? 2 : 1);
  }
  const again = [...work.failing].reduce((sum, symbol) => sum + (work.second[symbol] ?? 0), 0);
  const total = work.first.reduce((sum, seconds) => sum + seconds, again);
  return Math.max(...path, total / concurrency + validation);
}
