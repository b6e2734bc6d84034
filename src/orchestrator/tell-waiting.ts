import type { Failure } from '#domain/failure/failure.ts';
import type { Effect } from '#domain/run/effect.ts';
import type { Run } from '#domain/run/run.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { RunStore } from '#ports/run-store.ts';

/** Nobody needs to hear of shorter waits. */
const WORTH_TELLING_MS = 15_000;
/** Of many effects that wait for about the same time, the first tells. */
const SAME_MS = 10_000;

export interface Wait {
  readonly run: Run | null;
  readonly effect: Effect;
  readonly until: Date;
  readonly failure: Failure;
  readonly now: Date;
}

/** Has a run hear that an effect waits for the model service, so that people see it. */
export function createTellWaiting({
  runStore,
  queue,
}: {
  readonly runStore: RunStore;
  readonly queue: JobQueue;
}): (wait: Wait) => Promise<void> {
  return async ({ run, effect, until, failure, now }) => {
    const known = Date.parse(run?.waiting?.until ?? '');
    const told = known + SAME_MS > until.getTime();
    const short = until.getTime() - now.getTime() < WORTH_TELLING_MS;
    if (run === null || told || short || !failure.code.startsWith('model-')) return;
    const key = `${effect.key}/postponed/${until.getTime()}`;
    const event = { type: 'effect-postponed', effect: effect.type, until: until.toISOString(), failure } as const;
    await runStore.append(run.id, key, event);
    await queue.enqueue({ kind: 'tick', runId: run.id });
  };
}
