import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { takeFolderLock } from '#adapters/store/folder-lock.ts';
import { migrate } from '#adapters/store/migrate.ts';
import { PglitePool } from '#adapters/store/pglite-pool.ts';
import { createPgliteSeed, type PgliteSeed } from '#adapters/store/pglite-seed.ts';

export interface OpenedPglite {
  readonly pool: PglitePool;
  readonly close: () => Promise<void>;
}

/** As `pg` has them: 64-bit integers as text, since a number cannot hold them all; bytes as a Buffer (and quickly so). */
const PARSERS = {
  [types.INT8]: (value: string): string => value,
  [types.BYTEA]: (value: string): Buffer => Buffer.from(value.slice(2), 'hex'),
};
const SERIALIZERS = {
  [types.BYTEA]: (value: unknown): string => {
    if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
    throw new TypeError('bytes are expected');
  },
};

/** Pages that the database keeps in memory; its own default of 128 MB is more than a whole store of ours. */
const START = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

async function openSeeded(dataDir: string | null, seed: PgliteSeed): Promise<PglitePool> {
  const at = dataDir === null ? {} : { dataDir };
  const fresh = dataDir === null || !existsSync(join(dataDir, 'PG_VERSION'));
  const loadDataDir = fresh ? await seed.load() : null;
  const pglite = await PGlite.create({
    ...at,
    parsers: PARSERS,
    serializers: SERIALIZERS,
    startParams: START,
    ...(loadDataDir === null ? {} : { loadDataDir }),
  });
  // The queue's statements name no schema: they find its tables through the search path.
  const pool = new PglitePool(pglite);
  await pool.query('set search_path to bullmq');
  await migrate(pool);
  if (fresh && loadDataDir === null) await seed.save(pglite);
  return pool;
}

/**
 * Opens the embedded database: in memory (`folder` null), or in a folder of its own that no other process may have open.
 * Throws MgeError `store-locked` when one has.
 */
export async function openPglite(folder: string | null, seed: PgliteSeed = createPgliteSeed()): Promise<OpenedPglite> {
  if (folder === null) {
    const pool = await openSeeded(null, seed);
    return { pool, close: () => pool.end() };
  }
  await mkdir(folder, { recursive: true });
  const lock = await takeFolderLock(folder);
  try {
    const pool = await openSeeded(join(folder, 'database'), seed);
    const close = async (): Promise<void> => {
      try {
        await pool.end();
      } finally {
        await lock.release();
      }
    };
    return { pool, close };
  } catch (error) {
    await lock.release();
    throw error;
  }
}
