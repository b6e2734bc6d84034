import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import { createBlobStore } from '#adapters/store/create-blob-store.ts';
import { createBatchOrders } from '#adapters/store/create-batch-orders.ts';
import { createLedger } from '#adapters/store/create-ledger.ts';
import { createRequestBudget, GITHUB_LIMITS, type RequestLimits } from '#adapters/store/create-request-budget.ts';
import { createOutbox } from '#adapters/store/create-outbox.ts';
import { createRunStore } from '#adapters/store/create-run-store.ts';
import { createSetupStore } from '#adapters/store/create-setup-store.ts';
import { createPatternStore } from '#adapters/store/create-pattern-store.ts';
import { openPg } from '#adapters/store/open-pg.ts';
import { openPglite } from '#adapters/store/open-pglite.ts';
import type { PglitePool } from '#adapters/store/pglite-pool.ts';
import type { Db } from '#adapters/store/store-context.ts';
import type { Database } from '#adapters/store/tables.ts';
import { translateStoreError } from '#adapters/store/translate-store-error.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { Clock } from '#ports/clock.ts';
import type { BatchOrders } from '#ports/batch-orders.ts';
import type { Ledger } from '#ports/ledger.ts';
import type { Outbox } from '#ports/outbox.ts';
import type { RequestBudget } from '#ports/github/request-budget.ts';
import type { PatternStore } from '#ports/pattern-store.ts';
import type { RunStore } from '#ports/run-store.ts';
import type { SetupStore } from '#ports/setup-store.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import type { Pool } from 'pg';

/** A PostgreSQL server, a folder for the embedded database, or the embedded database in memory. */
export type StoreLocation = { readonly url: string } | { readonly folder: string } | { readonly memory: true };

export interface Store {
  readonly runStore: RunStore;
  readonly outbox: Outbox;
  readonly blobs: BlobStore;
  readonly ledger: Ledger;
  readonly batchOrders: BatchOrders;
  readonly patterns: PatternStore;
  readonly requestBudget: RequestBudget;
  readonly setups: SetupStore;
  /** True when no other process can have this store open: whatever was being worked on before is nobody's now. */
  readonly exclusive: boolean;
  /** The pool for a queue on the same database. */
  queuePool(): Pool | PglitePool;
  close(): Promise<void>;
}

export interface StoreDependencies {
  /** Those that GitHub publishes when left out. */
  readonly requestLimits?: RequestLimits;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/** A database with MGE's schema, and whether it is this process's alone. */
export interface OpenedDatabase {
  readonly pool: PostgresPool;
  readonly exclusive: boolean;
  queuePool(): Pool | PglitePool;
  /** The pool for statements that go before the others; left out where they do not wait for each other. */
  aheadPool?(): PostgresPool;
  close(): Promise<void>;
}

async function openDatabase(location: StoreLocation, telemetry: Telemetry): Promise<OpenedDatabase> {
  if ('url' in location) return { ...(await openPg(location.url, telemetry)), exclusive: false };
  const { pool, close } = await openPglite('folder' in location ? location.folder : null);
  return { pool, close, exclusive: true, queuePool: () => pool, aheadPool: () => pool.ahead() };
}

/**
 * Opens the store and brings its schema up to date. Throws MgeError `store-locked` (another process has the folder) or
 * `store-unavailable`.
 */
export async function openStore(
  location: StoreLocation,
  { clock, telemetry, requestLimits }: StoreDependencies,
): Promise<Store> {
  const opened = await openDatabase(location, telemetry).catch((error: unknown) => {
    throw translateStoreError(error);
  });
  return createStore(opened, clock, requestLimits);
}

/** The store on a database that is open: what one process knows of it. */
export function createStore(opened: OpenedDatabase, clock: Clock, requestLimits: RequestLimits = GITHUB_LIMITS): Store {
  const on = (pool: PostgresPool): Db =>
    new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }).withSchema('mge');
  const context = { db: on(opened.pool), ahead: on(opened.aheadPool?.() ?? opened.pool), clock };
  return {
    runStore: createRunStore(context),
    outbox: createOutbox(context),
    blobs: createBlobStore(context),
    ledger: createLedger(context),
    batchOrders: createBatchOrders(context),
    patterns: createPatternStore(context),
    requestBudget: createRequestBudget(context, requestLimits),
    setups: createSetupStore(context),
    exclusive: opened.exclusive,
    queuePool: () => opened.queuePool(),
    close: () => opened.close(),
  };
}
