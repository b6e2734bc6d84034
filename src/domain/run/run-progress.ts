import { z } from 'zod';
import { isSettled } from '#domain/build/progress.ts';
import { Stage, type Run } from '#domain/run/run.ts';

const Count = z.number();

/** A run in numbers: what a log line, a terminal or a dashboard shows of it. */
export const RunProgress = z.object({
  run: z.string(),
  stage: Stage,
  paused: z.string().nullable(),
  /** What a person can do about the pause. */
  nextStep: z.string().nullable(),
  /** Since when Claude does not answer, and when it is asked again. */
  waiting: z.object({ since: z.string(), until: z.string(), reason: z.string() }).nullable(),
  tasks: z.object({ drafted: Count, total: Count }),
  levels: z.object({ committed: Count, total: Count }),
  /** Atoms by how far their symbol has come; `waiting` has no verdict yet. */
  atoms: z.object({ total: Count, validated: Count, unproved: Count, flagged: Count, waiting: Count }),
  batches: Count,
  openThreads: Count,
  pullRequest: z.number().nullable(),
});
export type RunProgress = z.infer<typeof RunProgress>;

export function progressOf(run: Run): RunProgress {
  const tasks = run.plan?.tasks.filter((task) => task.included) ?? [];
  const threads = Object.values(run.review?.threads ?? {});
  return {
    run: run.id,
    stage: run.stage,
    paused: run.paused?.reason ?? null,
    nextStep: run.paused?.nextStep ?? null,
    waiting: run.waiting ?? null,
    tasks: { drafted: tasks.filter((task) => task.progress === 'drafted').length, total: tasks.length },
    levels: { committed: run.build?.committedLevels ?? 0, total: run.build?.levels.length ?? 0 },
    atoms: countAtoms(run),
    batches: run.build?.batches.length ?? 0,
    openThreads: threads.filter((thread) => thread.state !== 'settled').length,
    pullRequest: run.pullRequest,
  };
}

function countAtoms(run: Run): RunProgress['atoms'] {
  const counts = { total: 0, validated: 0, unproved: 0, flagged: 0, waiting: 0 };
  for (const atom of Object.values(run.build?.atoms ?? {})) {
    const symbol = run.build?.symbols[atom.symbol];
    if (symbol === undefined || symbol.progress === 'existing') continue;
    counts.total += 1;
    if (!isSettled(symbol)) counts.waiting += 1;
    else if (symbol.progress === 'validated') counts.validated += 1;
    else if (symbol.progress === 'unproved') counts.unproved += 1;
    else counts.flagged += 1;
  }
  return counts;
}
