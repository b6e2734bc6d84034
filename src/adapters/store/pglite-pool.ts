import { EventEmitter } from 'node:events';
import type { PostgresPool } from 'kysely';
import type { PGlite } from '@electric-sql/pglite';
import { PgliteClient } from '#adapters/store/pglite-client.ts';
import { SessionMutex } from '#adapters/store/session-mutex.ts';
import type { SqlResult } from '#adapters/store/sql-pool.ts';

/**
 * The embedded database in the shape of `pg.Pool`. PGlite has one session only, so the clients take turns: a transaction
 * holds the session from `begin` to `commit` or `rollback`, any other statement for itself alone. A client that only
 * listens therefore blocks nobody.
 */
export class PglitePool extends EventEmitter {
  /** The queue library asks whether a dropped connection would be noticed; here none can drop. */
  readonly options = { keepAlive: true };
  private readonly mutex = new SessionMutex();
  private readonly clients = new Set<PgliteClient>();
  private readonly pglite: PGlite;
  private ended: Promise<void> | null = null;

  constructor(pglite: PGlite) {
    super();
    this.pglite = pglite;
    pglite.onNotification((channel, payload) => {
      for (const client of this.clients) client.notify(channel, payload);
    });
  }

  connect(urgent = false): Promise<PgliteClient> {
    const client = new PgliteClient(this.pglite, this.mutex, () => this.clients.delete(client), urgent);
    this.clients.add(client);
    return Promise.resolve(client);
  }

  /** The same pool for statements that somebody waits for: they go before the others. */
  ahead(): PostgresPool {
    return { connect: () => this.connect(true), end: () => this.end() };
  }

  async query<R>(text: string, parameters?: readonly unknown[]): Promise<SqlResult<R>> {
    const client = await this.connect();
    try {
      return await client.query<R>(text, parameters);
    } finally {
      client.release();
    }
  }

  /** Waits for the statement or transaction that is under way, then closes the database. */
  end(): Promise<void> {
    this.ended ??= this.mutex.exclusively(() => this.pglite.close());
    return this.ended;
  }
}
