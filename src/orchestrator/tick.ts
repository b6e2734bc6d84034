import { createRelayOutbox } from '#orchestrator/relay-outbox.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { Outbox } from '#ports/outbox.ts';
import type { RunStore, Step } from '#ports/run-store.ts';

/** Applies what waits for a run, then hands the effects that were ordered to the queue. Any number of ticks is harmless. */
export type Tick = (runId: string) => Promise<void>;

export interface TickDependencies {
  readonly runStore: RunStore;
  readonly outbox: Outbox;
  readonly queue: JobQueue;
  readonly transition: Step;
}

export function createTick({ runStore, outbox, queue, transition }: TickDependencies): Tick {
  const relay = createRelayOutbox({ outbox, queue });
  return async (runId) => {
    await runStore.advance(runId, transition);
    // After the commit, never within; also what an earlier tick committed and could not hand over.
    await relay(runId);
  };
}
