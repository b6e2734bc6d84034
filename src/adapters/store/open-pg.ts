import pg from 'pg';
import { migrate } from '#adapters/store/migrate.ts';
import { translateStoreError } from '#adapters/store/translate-store-error.ts';
import type { Telemetry } from '#ports/telemetry.ts';

export interface OpenedPg {
  readonly pool: pg.Pool;
  /** A pool for the queue, opened on first use: its statements find its tables through the search path. */
  queuePool(): pg.Pool;
  close(): Promise<void>;
}

function openPool(url: string, telemetry: Telemetry, options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000, ...options });
  // Without a listener an idle connection that drops would end the process.
  pool.on('error', (error) => telemetry.warn('database connection lost', { error }));
  // Nor may one that is in use and waits for its next statement, as between two of a transaction: that statement will fail.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Opens a PostgreSQL server's database and brings its schema up to date. Throws MgeError `store-unavailable`. */
export async function openPg(url: string, telemetry: Telemetry): Promise<OpenedPg> {
  const pool = openPool(url, telemetry, { max: 10, application_name: 'mge' });
  let queuePool: pg.Pool | null = null;
  try {
    await migrate(pool);
  } catch (error) {
    await pool.end();
    throw translateStoreError(error);
  }
  return {
    pool,
    queuePool() {
      queuePool ??= openPool(url, telemetry, {
        max: 10,
        application_name: 'mge-queue',
        options: '-c search_path=bullmq',
      });
      return queuePool;
    },
    async close() {
      await Promise.all([pool.end(), queuePool?.end()]);
    },
  };
}
