import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { PGlite } from '@electric-sql/pglite';
import { MIGRATIONS } from '#adapters/store/migrations.ts';

const GZIP = 'application/x-gzip';

/**
 * A new embedded database costs seconds; a copy of one that was made before costs a fraction. The copy is kept beside the
 * installed packages, under a name that changes with the database's own build and with the schema.
 */
export interface PgliteSeed {
  load(): Promise<Blob | null>;
  save(pglite: PGlite): Promise<void>;
}

function cacheFolder(): string | null {
  const main = fileURLToPath(import.meta.resolve('@electric-sql/pglite'));
  const at = main.lastIndexOf('node_modules');
  return at < 0 ? null : join(main.slice(0, at), 'node_modules', '.cache', 'mge');
}

async function seedName(): Promise<string> {
  const build = await readFile(new URL('../package.json', import.meta.resolve('@electric-sql/pglite')), 'utf8');
  const key = createHash('sha256').update(build).update(JSON.stringify(MIGRATIONS)).digest('hex');
  return `database-${key.slice(0, 16)}.tar.gz`;
}

async function unlessImpossible<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    // A missing or read-only cache only costs time.
    return null;
  }
}

export function createPgliteSeed(folder: string | null = cacheFolder()): PgliteSeed {
  return {
    async load() {
      if (folder === null) return null;
      const bytes = await unlessImpossible(async () => readFile(join(folder, await seedName())));
      return bytes === null ? null : new Blob([new Uint8Array(bytes)], { type: GZIP });
    },
    async save(pglite) {
      if (folder === null) return;
      await unlessImpossible(async () => {
        await mkdir(folder, { recursive: true });
        const partial = join(folder, `${randomUUID()}.part`);
        const dump = await pglite.dumpDataDir('none');
        // Packed as quickly as can be: somebody waits for the first start.
        await writeFile(partial, await promisify(gzip)(await dump.arrayBuffer(), { level: 1 }));
        await rename(partial, join(folder, await seedName())).catch(() => rm(partial, { force: true }));
      });
    },
  };
}
