import { fileURLToPath } from 'node:url';

/**
 * The code of the analysis thread, for the sources run as they are: threads do not take over the loader that reads TypeScript.
 * The program is CommonJS; what it loads is found as from here.
 */
export async function bundleWorker(): Promise<string> {
  const { build } = await import('esbuild');
  const home = JSON.stringify(import.meta.url);
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./analysis-worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    define: { 'import.meta.url': 'workerHome' },
    banner: { js: `const workerHome = ${home}; require = require('node:module').createRequire(workerHome);` },
  });
  return outputFiles[0]?.text ?? '';
}
