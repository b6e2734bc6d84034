import type { Run } from '#domain/run/run.ts';
import { createWorld, judgeNow, type World } from '#scripts/bench/run/run-world.ts';
import type { Workload } from '#scripts/bench/run/workload.ts';

export const runId = (index: number): string => `bench/run-${index}#1`;

/**
 * The worlds of the bench's runs as every worker sees them, in whatever process: what is wrong in a run's texts follows from
 * what it has tried so far. A job that another process dispatched is judged by the texts of now.
 */
export function createWorldsOf(work: readonly Workload[]): (run: Pick<Run, 'id' | 'build'>) => World {
  const worlds = new Map(work.map((each, index) => [runId(index), createWorld(each, `run-${index}`)]));
  return (run) => {
    const world = worlds.get(run.id);
    if (world === undefined) throw new Error(`unknown run ${run.id}`);
    world.wrong.clear();
    for (const symbol of world.work.failing) if (isFirstText(run, symbol)) world.wrong.add(symbol);
    for (const { number, state } of run.build?.batches ?? [])
      if (state === 'dispatched' && !world.judged.has(number)) judgeNow(world, number);
    return world;
  };
}

function isFirstText({ build }: Pick<Run, 'build'>, symbol: number): boolean {
  const state = build?.symbols[String(symbol)];
  return state === undefined || state.attempts < 2 || state.progress === 'regenerating';
}
