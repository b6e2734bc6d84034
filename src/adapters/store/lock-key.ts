import { sql } from 'kysely';
import type { Tx } from '#adapters/store/store-context.ts';

/** Holds a named lock until the transaction ends; another transaction that asks for it waits. */
export async function lockKey(tx: Tx, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}
