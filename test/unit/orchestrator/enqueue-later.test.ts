import { describe, expect, it } from 'vitest';
import { createLaterQueue } from '#orchestrator/enqueue-later.ts';
import type { Job } from '#ports/job-queue.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';

/** A queue that takes a job only when it is told to. */
function createSlowQueue() {
  const taken: string[] = [];
  const waiting: { resolve(): void; reject(error: Error): void }[] = [];
  return {
    taken,
    enqueue: (job: Job): Promise<void> => {
      taken.push(job.kind === 'tick' ? job.runId : job.kind);
      return new Promise((resolve, reject) => void waiting.push({ resolve, reject }));
    },
    take: () => waiting.shift()?.resolve(),
    refuse: () => waiting.shift()?.reject(new Error('the queue is away')),
    waits: () => waiting.length,
  };
}

const tick = (runId: string): Job => ({ kind: 'tick', runId });

describe('ticks that are queued after the answer', () => {
  it('go to the queue a few at a time; a run that waits for its turn waits once', async () => {
    const queue = createSlowQueue();
    const later = createLaterQueue(queue, { telemetry: createSilentTelemetry(), atOnce: 2, leastMs: 0 });
    for (const run of ['a', 'b', 'c', 'c', 'c', 'd']) await later.enqueue(tick(run));
    expect(queue.taken).toEqual(['a', 'b']);
    while (queue.waits() > 0) {
      queue.take();
      await new Promise((resolve) => void setImmediate(resolve));
    }
    expect(queue.taken).toEqual(['a', 'b', 'c', 'd']);
  });

  it('one that cannot be queued holds up no other', async () => {
    const queue = createSlowQueue();
    const later = createLaterQueue(queue, { telemetry: createSilentTelemetry(), atOnce: 1, leastMs: 0 });
    await later.enqueue(tick('a'));
    await later.enqueue(tick('b'));
    queue.refuse();
    await new Promise((resolve) => void setImmediate(resolve));
    expect(queue.taken).toEqual(['a', 'b']);
    const closed = later.close();
    queue.take();
    await closed;
  });

  it('on closing, what waits for its turn is left to the timer', async () => {
    const queue = createSlowQueue();
    const later = createLaterQueue(queue, { telemetry: createSilentTelemetry(), atOnce: 1, leastMs: 0 });
    await later.enqueue(tick('a'));
    await later.enqueue(tick('b'));
    const closed = later.close();
    queue.take();
    await closed;
    expect(queue.taken).toEqual(['a']);
  });
});
