import { isPgPool } from 'bullmq';
import type { BullBackend } from '#adapters/queue/bull-backend.ts';
import { createBullQueue, type BullQueueTimes } from '#adapters/queue/create-bull-queue.ts';
import { openPostgresBackend } from '#adapters/queue/open-postgres-backend.ts';
import { openRedisBackend, type RedisLocation } from '#adapters/queue/open-redis-backend.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { Telemetry } from '#ports/telemetry.ts';

/** What a `pg.Pool` and the embedded database's pool have in common, as far as their types can say. */
export interface QueuePool {
  connect(): Promise<unknown>;
  end(): Promise<void>;
}

/** Redis, or the database that the store is on. `exclusive`: no other process can be on that database. */
export type QueueLocation =
  { readonly redis: RedisLocation } | { readonly pool: QueuePool; readonly exclusive: boolean };

async function openBackend(location: QueueLocation, telemetry: Telemetry): Promise<BullBackend> {
  if ('redis' in location) return openRedisBackend(location.redis, telemetry);
  const { pool, exclusive } = location;
  if (!isPgPool(pool)) throw new TypeError('a queue needs a pool that takes queries');
  return openPostgresBackend(pool, { exclusive, telemetry });
}

/**
 * Opens the job queue. On an exclusive database it starts empty: nobody works on what it held, and the store knows what is
 * to be done. Throws MgeError `queue-unavailable`.
 */
export async function openQueue(
  location: QueueLocation,
  telemetry: Telemetry,
  times?: BullQueueTimes,
): Promise<JobQueue> {
  try {
    return await createBullQueue(await openBackend(location, telemetry), {
      telemetry,
      ...(times === undefined ? {} : { times }),
    });
  } catch (error) {
    if (error instanceof MgeError) throw error;
    throw new MgeError('The job queue cannot be opened.', {
      code: 'queue-unavailable',
      retry: 'retry',
      nextStep: 'Check REDIS_URL, or that the database is running.',
      cause: error,
    });
  }
}
