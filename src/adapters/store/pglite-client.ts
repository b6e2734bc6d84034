import { EventEmitter } from 'node:events';
import type { PGlite, Results } from '@electric-sql/pglite';
import type { PostgresCursor, PostgresQueryResult } from 'kysely';
import type { SessionMutex } from '#adapters/store/session-mutex.ts';
import { isSeveralStatements, statementKind } from '#adapters/store/statement-kind.ts';
import { MgeError } from '#domain/failure/mge-error.ts';

type Command = PostgresQueryResult<unknown>['command'];
const WRITES = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'] as const;

function resultOf<R>(rows: R[], of: Pick<Results, 'command' | 'affectedRows'> | undefined): PostgresQueryResult<R> {
  const command: Command = WRITES.find((write) => write === of?.command) ?? 'SELECT';
  return { rows, command, rowCount: command === 'SELECT' ? rows.length : (of?.affectedRows ?? 0) };
}

/** One client of the shared session, in the shape of `pg.PoolClient`. Emits `notification` for the channels it listens to. */
export class PgliteClient extends EventEmitter {
  private readonly channels = new Set<string>();
  private endTurn: (() => void) | null = null;
  private readonly pglite: PGlite;
  private readonly mutex: SessionMutex;
  private readonly onRelease: () => void;
  private readonly urgent: boolean;

  constructor(pglite: PGlite, mutex: SessionMutex, onRelease: () => void, urgent = false) {
    super();
    this.urgent = urgent;
    this.pglite = pglite;
    this.mutex = mutex;
    this.onRelease = onRelease;
  }

  query<R>(text: string, parameters?: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    text: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text === 'string') return this.inTurn<R>(text, parameters);
    throw new MgeError('The embedded database has no cursors.', {
      code: 'internal',
      retry: 'give-up',
      nextStep: 'Read the rows in pages.',
    });
  }

  notify(channel: string, payload: string): void {
    if (this.channels.has(channel)) this.emit('notification', { channel, payload });
  }

  /** Gives the client back; a transaction that was left open is undone. */
  release(): void {
    this.onRelease();
    this.channels.clear();
    if (this.endTurn === null) return;
    const endTurn = this.endTurn;
    this.endTurn = null;
    this.pglite.exec('rollback').then(endTurn, endTurn);
  }

  private async inTurn<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const statement = statementKind(text);
    if (statement.kind === 'listen') this.channels.add(statement.channel);
    if (this.endTurn !== null) return this.inTransaction<R>(text, parameters, statement.kind === 'end');
    if (statement.kind !== 'begin') return this.mutex.exclusively(() => this.run<R>(text, parameters), this.urgent);
    const endTurn = await this.mutex.acquire(this.urgent);
    try {
      const result = await this.run<R>(text, parameters);
      this.endTurn = endTurn;
      return result;
    } catch (error) {
      endTurn();
      throw error;
    }
  }

  private async inTransaction<R>(
    text: string,
    parameters: readonly unknown[],
    last: boolean,
  ): Promise<PostgresQueryResult<R>> {
    const endTurn = this.endTurn;
    try {
      return await this.run<R>(text, parameters);
    } finally {
      if (last) {
        this.endTurn = null;
        endTurn?.();
      }
    }
  }

  /** Without parameters, a text may hold several statements; then nothing is read from them. */
  private async run<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (parameters.length === 0 && isSeveralStatements(text)) {
      return resultOf<R>([], (await this.pglite.exec(text)).at(-1));
    }
    const results = await this.pglite.query<R>(text, [...parameters]);
    return resultOf(results.rows, results);
  }
}
