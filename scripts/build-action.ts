import { cpSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles the action into `folder` (default: action/dist): one script, and beside it the drivers that run inside the
 * sandbox. The output depends on the sources and the locked dependencies only, so that a test can prove it fresh.
 */
export async function buildAction(folder: string = join(ROOT, 'action/dist')): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
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
  cpSync(join(ROOT, 'action/src/drivers'), join(folder, 'drivers'), { recursive: true, filter: isDriver });
}

/** Of a driver or a folder of them: not what an interpreter leaves beside them. */
function isDriver(path: string): boolean {
  return statSync(path).isDirectory() ? basename(path) !== '__pycache__' : /\.([cm]js|py|sh)$/.test(path);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAction();
