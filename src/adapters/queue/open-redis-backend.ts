import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { BullBackend } from '#adapters/queue/bull-backend.ts';
import type { Telemetry } from '#ports/telemetry.ts';

const STREAMS = { events: { maxLen: 100 } };

export interface RedisLocation {
  readonly url: string;
  /** Keeps several installations on one Redis apart. */
  readonly prefix?: string;
}

/** The queue in Redis. Throws what the client throws when the server cannot be reached at the start; later it reconnects. */
export async function openRedisBackend(location: RedisLocation, telemetry: Telemetry): Promise<BullBackend> {
  const onError = (error: Error): void => telemetry.warn('queue error', { error });
  const connection = new Redis(location.url, { lazyConnect: true, maxRetriesPerRequest: null, connectTimeout: 10_000 });
  connection.on('error', onError);
  try {
    await connection.connect();
  } catch (error) {
    connection.disconnect();
    throw error;
  }
  const prefix = location.prefix ?? 'mge';
  return {
    exclusive: false,
    queue: (name) => new Queue<unknown>(name, { connection, prefix, streams: STREAMS }).on('error', onError),
    worker: (name, processor, options) =>
      new Worker<unknown, void>(name, processor, { ...options, connection, prefix }).on('error', onError),
    async close() {
      await connection.quit();
    },
  };
}
