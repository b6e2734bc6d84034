import { z } from 'zod';
import type { RequestLimits } from '#adapters/store/create-request-budget.ts';
import { createStore, openStore, type Store } from '#adapters/store/open-store.ts';
import { PglitePool } from '#adapters/store/pglite-pool.ts';
import type { Clock } from '#ports/clock.ts';
import type { Telemetry } from '#ports/telemetry.ts';

let opened: Promise<PglitePool> | null = null;
const Rows = z.object({ rows: z.array(z.object({ tablename: z.string() })) });

/** An empty database. Opening the embedded database takes most of a second, so the stories of a process share one. */
export async function emptyPool(telemetry: Telemetry): Promise<PglitePool> {
  opened ??= openStore({ memory: true }, { clock: { now: () => new Date() }, telemetry }).then((store) => {
    const pool = store.queuePool();
    if (!(pool instanceof PglitePool)) throw new Error('the stories run on the embedded database');
    return pool;
  });
  const pool = await opened;
  const client = await pool.connect();
  const found = await client.query(
    "select tablename from pg_tables where schemaname = 'mge' and tablename not like '%migration%'",
  );
  const names = Rows.parse(found).rows.map(({ tablename }) => `mge."${tablename}"`);
  await client.query(`truncate ${names.join(', ')} cascade`);
  client.release();
  return pool;
}

/** Closes the stories' database: a program that is not a test ends only then. */
export async function closePool(): Promise<void> {
  await (await opened)?.end();
  opened = null;
}

/** What one process knows of the stories' database. */
export function storeOn(pool: PglitePool, clock: Clock, limits?: RequestLimits): Store {
  return createStore(
    { pool, exclusive: true, queuePool: () => pool, aheadPool: () => pool.ahead(), close: () => Promise.resolve() },
    clock,
    limits,
  );
}
