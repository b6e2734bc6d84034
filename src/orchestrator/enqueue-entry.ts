import { EFFECT_LANE } from '#orchestrator/effect-lane.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { OutboxEntry } from '#ports/outbox.ts';

/** Hands an outbox entry to the queue: in its lane, not before its time. `place`: see the queue's options. */
async function enqueueEntry(queue: JobQueue, { runId, effect, notBefore }: OutboxEntry, place: number): Promise<void> {
  const lane = EFFECT_LANE[effect.type];
  const job = { kind: 'effect', runId, key: effect.key } as const;
  await queue.enqueue(job, notBefore === null ? { lane, place } : { lane, place, notBefore });
}

/** Hands entries to the queue, oldest first; each knows how many slow ones of its run go before it. */
export async function enqueueEntries(queue: JobQueue, entries: readonly OutboxEntry[]): Promise<void> {
  const places = new Map<string, number>();
  const handedIn = entries.map((entry) => {
    const place = places.get(entry.runId) ?? 0;
    if (EFFECT_LANE[entry.effect.type] === 'slow') places.set(entry.runId, place + 1);
    return enqueueEntry(queue, entry, place);
  });
  await Promise.all(handedIn);
}
