import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles MGE's programs into `dist`, packages left out: what runs in production needs no TypeScript loader, which costs memory
 * for as long as the process lives.
 */
export async function buildServer(folder: string = join(ROOT, 'dist')): Promise<void> {
  // A server and a worker may be started at once: each file appears whole, and is the same whoever wrote it.
  const fresh = join(folder, `new-${process.pid}`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['start', 'server', 'worker'].map((name) => `src/main/${name}.ts`),
    outdir: fresh,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  for (const file of readdirSync(fresh)) renameSync(join(fresh, file), join(folder, file));
  rmSync(fresh, { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildServer();
