import { expect, it } from 'vitest';
import { z } from 'zod';
import { openPg } from '#adapters/store/open-pg.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';
import { startPostgres } from '#test/support/start-postgres.ts';

const Backend = z.object({ rows: z.array(z.object({ pid: z.number() })) });

it('a connection that drops between two statements of a transaction fails the next one, not the process', async () => {
  const postgres = await startPostgres();
  const database = await openPg(postgres.url, createSilentTelemetry());
  const { pool } = database;
  const client = await pool.connect();
  await client.query('begin');
  const { rows } = Backend.parse(await client.query('select pg_backend_pid() as pid'));
  const gone = new Promise((resolve) => client.once('end', resolve));
  await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await gone;
  await expect(client.query('commit')).rejects.toThrow('not queryable');
  client.release(true);
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await database.close();
  await postgres.stop();
});
