import { createPostgresBackend, runMigrations, withBackend, type PgPool } from 'bullmq';
import type { BullBackend } from '#adapters/queue/bull-backend.ts';
import type { Telemetry } from '#ports/telemetry.ts';

/** The queue keeps few of its own events: nobody reads them. */
const STREAMS = { events: { maxLen: 100 } };

/**
 * The queue in PostgreSQL, on a pool whose search path is `bullmq`; brings the queue's schema up to date. The pool stays
 * the caller's.
 */
export async function openPostgresBackend(
  pool: PgPool,
  { exclusive, telemetry }: { readonly exclusive: boolean; readonly telemetry: Telemetry },
): Promise<BullBackend> {
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const onError = (error: Error): void => telemetry.warn('queue error', { error });
  return {
    exclusive,
    queue: (name) => new Queue<unknown>(name, { connection: pool, streams: STREAMS }).on('error', onError),
    worker: (name, processor, options) =>
      new Worker<unknown, void>(name, processor, { ...options, connection: pool }).on('error', onError),
    close: () => Promise.resolve(),
  };
}
