import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#adapters/store/tables.ts';
import type { Clock } from '#ports/clock.ts';

export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

/** What every table's code needs. */
export interface StoreContext {
  readonly db: Db;
  /** For statements that somebody waits for: where the database has one session only, they go before the others. */
  readonly ahead: Db;
  readonly clock: Clock;
}
