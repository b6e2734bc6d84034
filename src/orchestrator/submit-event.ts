import type { RunEvent } from '#domain/run/event.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { RunStore } from '#ports/run-store.ts';

/**
 * Saves what happened to a run, once per key, and has the run ticked. The key of a webhook's event is its delivery's id (with
 * a suffix, where one delivery makes several events).
 */
export type SubmitEvent = (runId: string, key: string, event: RunEvent) => Promise<'saved' | 'duplicate'>;

export interface SubmitEventDependencies {
  readonly runStore: RunStore;
  readonly queue: Pick<JobQueue, 'enqueue'>;
}

export function createSubmitEvent({ runStore, queue }: SubmitEventDependencies): SubmitEvent {
  return async (runId, key, event) => {
    const saved = await runStore.append(runId, key, event);
    // For a duplicate too: the one before may have stopped right here.
    await queue.enqueue({ kind: 'tick', runId });
    return saved;
  };
}
