import { enqueueEntries } from '#orchestrator/enqueue-entry.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { Outbox } from '#ports/outbox.ts';

const AT_ONCE = 100;

/** Hands to the queue what the outbox holds of a run, or of all. Twice is harmless: the queue keeps one job of an identity. */
export type RelayOutbox = (runId?: string) => Promise<void>;

export function createRelayOutbox({
  outbox,
  queue,
}: {
  readonly outbox: Outbox;
  readonly queue: JobQueue;
}): RelayOutbox {
  return async (runId) => {
    const query = { relayed: false, limit: AT_ONCE, ...(runId === undefined ? {} : { runId }) };
    for (;;) {
      const entries = await outbox.pending(query);
      await enqueueEntries(queue, entries);
      await outbox.markRelayed(entries.map((entry) => entry.effect.key));
      if (entries.length < AT_ONCE) return;
    }
  };
}
