import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { lodgeEmbedded, lodgeOnServers } from '#test/crash/kill-round.ts';

/**
 * `npm run bench -- throughput [servers]`: runs of some 800 atoms an hour, when nobody is waited for. In a process of its own that
 * is bundled as production is, since a TypeScript loader costs memory.
 */
export async function benchThroughput(words: readonly string[]): Promise<void> {
  const folder = join(import.meta.dirname, 'run');
  // Beside its source: it reads the graphs that lie there.
  const program = join(folder, `throughput-${process.pid}.mjs`);
  await build({
    entryPoints: [join(folder, 'throughput-process.ts')],
    outfile: program,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    logLevel: 'warning',
  });
  try {
    const { storage, leave } = await (words.includes('servers') ? lodgeOnServers() : lodgeEmbedded());
    const urls = storage.kind === 'servers' ? [storage.databaseUrl, storage.redisUrl] : [];
    const { status } = spawnSync(process.execPath, [program, ...urls], { stdio: 'inherit' });
    process.exitCode = status ?? 1;
    await leave();
  } finally {
    rmSync(program, { force: true });
  }
}
