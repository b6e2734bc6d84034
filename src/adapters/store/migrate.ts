import { MIGRATIONS, type Migration } from '#adapters/store/migrations.ts';
import type { SqlPool } from '#adapters/store/sql-pool.ts';
import { MgeError } from '#domain/failure/mge-error.ts';

/** Serialises processes that start at once; spells `MGE1`. */
const MIGRATION_LOCK = 0x4d474531;

const LEDGER = `create schema if not exists mge;
create table if not exists mge.migration (name text primary key, applied_at timestamptz not null default now());`;

function outstanding(applied: readonly string[]): readonly Migration[] {
  const known = MIGRATIONS.map((migration) => migration.name);
  const foreign = applied.filter((name) => !known.includes(name));
  if (foreign.length > 0) {
    throw new MgeError(`The database was migrated by a newer MGE (${foreign.join(', ')}).`, {
      code: 'store-unavailable',
      retry: 'ask-human',
      nextStep: 'Start the newer version of MGE, or give this one a database of its own.',
    });
  }
  return MIGRATIONS.filter((migration) => !applied.includes(migration.name));
}

/** Brings the schema up to date, in one transaction; processes that start at once wait for each other. */
export async function migrate(pool: SqlPool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    try {
      await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
      await client.query(LEDGER);
      const { rows } = await client.query<{ name: string }>('select name from mge.migration');
      for (const migration of outstanding(rows.map((row) => row.name))) {
        await client.query(migration.sql);
        await client.query('insert into mge.migration (name) values ($1)', [migration.name]);
      }
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  } finally {
    client.release();
  }
}
