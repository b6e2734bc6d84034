import { z } from 'zod';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import { PglitePool } from '#adapters/store/pglite-pool.ts';
import type { Clock } from '#ports/clock.ts';
import type { Telemetry } from '#ports/telemetry.ts';

let opened: Promise<Store> | null = null;
/** The stories of a process come one after the other, so they can have one clock: the newest. */
const newest: { clock: Clock } = { clock: { now: () => new Date() } };

const Rows = z.object({ rows: z.array(z.object({ tablename: z.string() })) });

/** An empty store. Opening the embedded database takes most of a second, so the stories of a process share one. */
export async function emptyStore(clock: Clock, telemetry: Telemetry): Promise<Store> {
  newest.clock = clock;
  opened ??= openStore({ memory: true }, { clock: { now: () => newest.clock.now() }, telemetry });
  const store = await opened;
  const pool = store.queuePool();
  if (!(pool instanceof PglitePool)) throw new Error('the stories run on the embedded database');
  const client = await pool.connect();
  const found = await client.query(
    "select tablename from pg_tables where schemaname = 'mge' and tablename not like '%migration%'",
  );
  const names = Rows.parse(found).rows.map(({ tablename }) => `mge."${tablename}"`);
  await client.query(`truncate ${names.join(', ')} cascade`);
  client.release();
  return store;
}
