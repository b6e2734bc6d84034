import type { Run } from '#domain/run/run.ts';
import { enqueueEntries } from '#orchestrator/enqueue-entry.ts';
import { createRelayOutbox } from '#orchestrator/relay-outbox.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { Outbox } from '#ports/outbox.ts';
import type { RunStore } from '#ports/run-store.ts';
import type { Telemetry } from '#ports/telemetry.ts';

/** Repairs what crashes, lost jobs and lost webhooks left behind. Any number of times, at any moment, is harmless. */
export type Reconcile = () => Promise<void>;

export interface ReconcileDependencies {
  readonly runStore: RunStore;
  readonly outbox: Outbox;
  readonly queue: JobQueue;
  readonly telemetry: Telemetry;
  /** Asks the outside world what a lost webhook would have told about a run, and submits it. */
  readonly reconcileRun: (run: Run) => Promise<void>;
}

/** More unfinished effects than this are told to the queue over several rounds. */
const AT_ONCE = 2_000;

export function createReconcile(dependencies: ReconcileDependencies): Reconcile {
  const { runStore, outbox, queue, telemetry, reconcileRun } = dependencies;
  const relay = createRelayOutbox({ outbox, queue });

  async function reconcileOne(runId: string): Promise<void> {
    await queue.enqueue({ kind: 'tick', runId });
    const run = await runStore.load(runId);
    if (run !== null) await reconcileRun(run);
  }

  return async () => {
    await relay();
    await enqueueEntries(queue, await outbox.pending({ relayed: true, limit: AT_ONCE }));
    for (const runId of await runStore.unfinished()) {
      // One run's trouble must not keep the others from being looked at.
      await reconcileOne(runId).catch((error: unknown) => telemetry.warn('run not reconciled', { run: runId, error }));
    }
  };
}
