import { randomUUID } from 'node:crypto';
import { createPostgresBackend, isPgPool, Queue, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { createMemoryQueue } from '#adapters/queue/create-memory-queue.ts';
import { openQueue, type QueuePool } from '#adapters/queue/open-queue.ts';
import { openStore } from '#adapters/store/open-store.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { serverHarness } from '#test/support/store-servers.ts';
import { startRedis } from '#test/support/start-redis.ts';

/** How a suite gets a queue of its own, and knows when it has nothing left to do. */
export interface QueueHarness {
  readonly queue: JobQueue;
  /** False where jobs are done one after the other. */
  readonly concurrent: boolean;
  now(): Date;
  /** Waits until no job is running, waiting or delayed. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const LANES = ['mge-quick', 'mge-slow'];
const TIMES = { troubleMs: 50, silenceMs: 10_000 };
const clock = { now: () => new Date() };

interface Counting {
  getJobCounts(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

async function untilEmpty(queues: readonly Counting[]): Promise<void> {
  for (;;) {
    const counts = await Promise.all(queues.map((queue) => queue.getJobCounts()));
    if (counts.every((count) => Object.values(count).every((jobs) => jobs === 0))) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export async function memoryHarness(): Promise<QueueHarness> {
  const manual = createManualClock();
  const queue = createMemoryQueue({ clock: manual });
  return {
    queue,
    concurrent: false,
    now: () => manual.now(),
    async idle() {
      for (let due = queue.nextDue(); due !== null; due = queue.nextDue()) {
        if (due > manual.now()) manual.set(due);
        await queue.drain();
      }
    },
    close: () => queue.close(),
  };
}

async function onPool(
  pool: QueuePool,
  exclusive: boolean,
  telemetry: Telemetry,
  after: () => Promise<void>,
): Promise<QueueHarness> {
  if (!isPgPool(pool)) throw new TypeError('not a pool');
  const queue = await openQueue({ pool, exclusive }, telemetry, TIMES);
  const { Queue: PostgresQueue } = withBackend(createPostgresBackend);
  const queues = LANES.map((name) =>
    new PostgresQueue(name, { connection: pool, skipMetasUpdate: true }).on('error', () => undefined),
  );
  return {
    queue,
    concurrent: true,
    now: () => clock.now(),
    idle: () => untilEmpty(queues),
    async close() {
      await queue.close();
      await Promise.all(queues.map((lane) => lane.close()));
      await after();
    },
  };
}

export async function embeddedQueueHarness(telemetry: Telemetry): Promise<QueueHarness> {
  const store = await openStore({ memory: true }, { clock, telemetry });
  return onPool(store.queuePool(), true, telemetry, () => store.close());
}

export async function postgresQueueHarness(telemetry: Telemetry): Promise<QueueHarness> {
  const server = await serverHarness();
  const store = await server.open({ clock, telemetry });
  return onPool(store.queuePool(), false, telemetry, async () => {
    await store.close();
    await server.close();
  });
}

export async function redisQueueHarness(telemetry: Telemetry): Promise<QueueHarness> {
  const server = await startRedis();
  const prefix = `mge-test-${randomUUID()}`;
  const queue = await openQueue({ redis: { url: server.url, prefix } }, telemetry, TIMES);
  const connection = new Redis(server.url, { maxRetriesPerRequest: null });
  const queues = LANES.map((name) =>
    new Queue(name, { connection, prefix, skipMetasUpdate: true }).on('error', () => undefined),
  );
  return {
    queue,
    concurrent: true,
    now: () => clock.now(),
    idle: () => untilEmpty(queues),
    async close() {
      await queue.close();
      await Promise.all(queues.map((lane) => lane.obliterate({ force: true })));
      await Promise.all(queues.map((lane) => lane.close()));
      const left = await connection.keys(`${prefix}:*`);
      if (left.length > 0) await connection.del(left);
      await connection.quit();
      await server.stop();
    },
  };
}
