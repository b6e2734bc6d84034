import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openStore, type Store, type StoreDependencies } from '#adapters/store/open-store.ts';
import { startPostgres, type PostgresServer } from '#test/support/start-postgres.ts';

/** How a suite gets a store of its own: fresh, or one more on the same data (another process, as far as the store knows). */
export interface StoreHarness {
  open(dependencies: StoreDependencies): Promise<Store>;
  /** Null where a second opener is impossible by design. */
  openAgain: ((dependencies: StoreDependencies) => Promise<Store>) | null;
  close(): Promise<void>;
}

export async function embeddedHarness(): Promise<StoreHarness> {
  return {
    open: (dependencies) => openStore({ memory: true }, dependencies),
    openAgain: null,
    close: () => Promise.resolve(),
  };
}

export async function serverHarness(): Promise<StoreHarness> {
  const server = await startPostgres();
  const name = `mge_test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const open = (dependencies: StoreDependencies): Promise<Store> => openStore({ url: url.href }, dependencies);
  return {
    open,
    openAgain: open,
    async close() {
      await administer(server, `drop database ${name} with (force)`);
      await server.stop();
    },
  };
}

async function administer(server: PostgresServer, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
