import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job, JobOutcome } from '#ports/job-queue.ts';
import {
  embeddedQueueHarness,
  memoryHarness,
  postgresQueueHarness,
  redisQueueHarness,
  type QueueHarness,
} from '#test/support/queue-servers.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';

const harnesses = [
  ['in memory', memoryHarness],
  ['BullMQ on the embedded database', embeddedQueueHarness],
  ['BullMQ on a PostgreSQL server', postgresQueueHarness],
  ['BullMQ on Redis', redisQueueHarness],
] as const;

const tick = (runId: string): Job => ({ kind: 'tick', runId });
const effect = (key: string): Job => ({ kind: 'effect', runId: 'acme/ledger#1', key });
const setup = (installationId: number): Job => ({ kind: 'setup', installationId });
const DONE: JobOutcome = { done: true };

describe.each(harnesses)('a job queue: %s', (_name, createHarness) => {
  let harness: QueueHarness;

  beforeEach(async () => {
    harness = await createHarness(createSilentTelemetry());
  });
  afterEach(() => harness.close());

  /** Works with a handler that remembers what it was given. */
  async function work(handler: (job: Job, times: number) => Promise<JobOutcome>, concurrency = 4): Promise<Job[]> {
    const handled: Job[] = [];
    await harness.queue.work(
      async (job) => {
        handled.push(job);
        return handler(job, handled.filter((other) => JSON.stringify(other) === JSON.stringify(job)).length);
      },
      { concurrency },
    );
    return handled;
  }

  it('does every job once, whatever its names are', async () => {
    const jobs = [
      tick('acme/ledger#1'),
      tick('17'),
      setup(17),
      effect('a:b'),
      effect('17'),
      effect(''),
      effect('ключ 🎉 '.repeat(50)),
    ];
    const handled = await work(() => Promise.resolve(DONE));
    for (const job of jobs) await harness.queue.enqueue(job);
    await harness.idle();
    expect(handled.map((job) => JSON.stringify(job)).sort()).toEqual(jobs.map((job) => JSON.stringify(job)).sort());
  });

  it('keeps jobs that are handed in before anyone works, each identity once', async () => {
    for (let times = 0; times < 3; times += 1) {
      await harness.queue.enqueue(tick('r'));
      await harness.queue.enqueue(effect('e'), { lane: 'slow' });
    }
    const handled = await work(() => Promise.resolve(DONE));
    await harness.idle();
    expect(handled).toHaveLength(2);
    expect(handled).toEqual(expect.arrayContaining([tick('r'), effect('e')]));
  });

  it('runs a job again that is handed in while it runs: once, and never beside itself', async () => {
    let running = 0;
    let most = 0;
    const handled = await work(async (job, times) => {
      running += 1;
      most = Math.max(most, running);
      if (times === 1) {
        await harness.queue.enqueue(job);
        await harness.queue.enqueue(job);
        await harness.queue.enqueue(job);
      }
      running -= 1;
      return DONE;
    });
    await harness.queue.enqueue(tick('r'));
    await harness.idle();
    expect(handled).toHaveLength(2);
    expect(most).toBe(1);
  });

  it('may be handed the same job again and again', async () => {
    const handled = await work(() => Promise.resolve(DONE));
    for (let times = 0; times < 3; times += 1) {
      await harness.queue.enqueue(tick('r'));
      await harness.idle();
    }
    expect(handled).toHaveLength(3);
  });

  it('does a job again when its handler asks for it, not before that time', async () => {
    let retryAt = new Date(0);
    const early: number[] = [];
    const handled = await work((_job, times) => {
      if (times > 1) {
        early.push(Math.max(0, retryAt.getTime() - harness.now().getTime()));
        return Promise.resolve(DONE);
      }
      retryAt = new Date(harness.now().getTime() + 150);
      return Promise.resolve({ done: false, retryAt });
    });
    await harness.queue.enqueue(effect('e'), { lane: 'slow' });
    await harness.idle();
    expect(handled).toHaveLength(2);
    expect(early).toEqual([0]);
  });

  it('brings a delayed job forward when it is handed in as due', async () => {
    const handled = await work(() => Promise.resolve(DONE));
    const inAnHour = new Date(harness.now().getTime() + 3_600_000);
    await harness.queue.enqueue(tick('r'), { notBefore: inAnHour });
    await harness.queue.enqueue(tick('r'), { notBefore: new Date(inAnHour.getTime() + 1000) });
    await harness.queue.enqueue(tick('r'));
    await harness.idle();
    expect(handled).toHaveLength(1);
    expect(harness.now().getTime()).toBeLessThan(inAnHour.getTime());
  });

  it('lets quick jobs pass when every slow place is taken', async () => {
    const order: string[] = [];
    let tickDone = (): void => undefined;
    const ticked = new Promise<void>((resolve) => (tickDone = resolve));
    await work(async (job) => {
      if (job.kind === 'tick') tickDone();
      else if (harness.concurrent) await ticked;
      order.push(job.kind === 'effect' ? job.key : job.kind);
      return DONE;
    }, 1);
    for (const key of ['slow-1', 'slow-2']) await harness.queue.enqueue(effect(key), { lane: 'slow' });
    await harness.queue.enqueue(tick('r'));
    await harness.idle();
    expect(order).toHaveLength(3);
    expect(order.indexOf('tick')).toBeLessThan(order.indexOf('slow-2'));
  });

  it('gives a small run its turn before the rest of a large one, each in its own order', async () => {
    const of = (runId: string, number: number): Job => ({ kind: 'effect', runId, key: `${runId}/${number}` });
    for (let place = 0; place < 20; place += 1)
      await harness.queue.enqueue(of('large', place), { lane: 'slow', place });
    for (let place = 0; place < 2; place += 1) await harness.queue.enqueue(of('small', place), { lane: 'slow', place });
    const handled = await work(() => Promise.resolve(DONE), 1);
    await harness.idle();
    const keys = handled.map((job) => (job.kind === 'effect' ? job.key : ''));
    expect(keys).toHaveLength(22);
    expect(keys.indexOf('small/1')).toBeLessThan(6);
    const large = keys.filter((key) => key.startsWith('large'));
    expect(large).toEqual(Array.from({ length: 20 }, (_, place) => `large/${place}`));
  });

  it('tries a job again when its handler throws', async () => {
    const handled = await work((_job, times) => {
      if (times === 1) return Promise.reject(new Error('the database is away'));
      return Promise.resolve(DONE);
    });
    await harness.queue.enqueue(tick('r'));
    await harness.idle();
    expect(handled).toHaveLength(2);
  });

  it('does all of many jobs handed in at once', async () => {
    const handled = await work(() => Promise.resolve(DONE), 20);
    const keys = Array.from({ length: 120 }, (_, index) => `e${index}`);
    await Promise.all(keys.map((key) => harness.queue.enqueue(effect(key), { lane: 'slow' })));
    await harness.idle();
    expect(new Set(handled.map((job) => JSON.stringify(job))).size).toBe(keys.length);
    expect(handled).toHaveLength(keys.length);
  });

  it('waits for running jobs when it is closed', async () => {
    let finished = false;
    let started = (): void => undefined;
    const running = new Promise<void>((resolve) => (started = resolve));
    await work(async () => {
      started();
      await Promise.resolve();
      finished = true;
      return DONE;
    });
    await harness.queue.enqueue(tick('r'));
    const settled = harness.idle();
    await running;
    await harness.queue.close();
    await settled;
    expect(finished).toBe(true);
  });
});
