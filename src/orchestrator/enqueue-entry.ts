import { EFFECT_LANE } from '#orchestrator/effect-lane.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { OutboxEntry } from '#ports/outbox.ts';

/** Hands an outbox entry to the queue: in its lane, not before its time. */
export async function enqueueEntry(queue: JobQueue, { runId, effect, notBefore }: OutboxEntry): Promise<void> {
  const lane = EFFECT_LANE[effect.type];
  const job = { kind: 'effect', runId, key: effect.key } as const;
  await queue.enqueue(job, notBefore === null ? { lane } : { lane, notBefore });
}
