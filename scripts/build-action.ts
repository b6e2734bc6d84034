import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles the action into `folder` (default: action/dist): one script, and beside it the drivers that run inside the
 * sandbox. The output depends on the sources and the locked dependencies only, so that a test can prove it fresh.
 */
export async function buildAction(folder: string = join(ROOT, 'action/dist')): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'drivers'), { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['action/src/main.ts'],
    outfile: join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  const drivers = join(ROOT, 'action/src/drivers');
  for (const file of readdirSync(drivers).filter((name) => /\.([cm]js|py|sh)$/.test(name)))
    copyFileSync(join(drivers, file), join(folder, 'drivers', file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAction();
