import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { build } from 'esbuild';
import { lodgeEmbedded, lodgeOnServers } from '#test/crash/kill-round.ts';

const MOST_WORKERS = 16;

function readWorkers(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > MOST_WORKERS)
    throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST_WORKERS}.`);
  return count;
}

/**
 * `npm run bench -- throughput [servers] [--workers N]`: runs of some 800 atoms an hour, when nobody is waited for. In processes
 * that are bundled as production is, since a TypeScript loader costs memory.
 */
export async function benchThroughput(words: readonly string[]): Promise<void> {
  const command = new Command('npm run bench -- throughput')
    .argument('[where]', '“servers”: PostgreSQL and Redis instead of the embedded database')
    .option(
      '--workers <count>',
      'so many worker processes beside the one that begins the runs (servers only)',
      readWorkers,
    )
    .parse([...words], { from: 'user' });
  const { workers = 0 } = command.opts<{ workers?: number }>();
  const onServers = command.args[0] === 'servers';
  if (workers > 0 && !onServers) command.error('--workers needs servers: the embedded database is of one process.');
  const folder = join(import.meta.dirname, 'run');
  // Beside its source: it reads the graphs that lie there.
  const program = (name: string): string => join(folder, `${name}-${process.pid}.mjs`);
  const names = ['throughput-process', 'throughput-worker'];
  for (const name of names)
    await build({
      entryPoints: [join(folder, `${name}.ts`)],
      outfile: program(name),
      bundle: true,
      packages: 'external',
      platform: 'node',
      target: 'node20.19',
      format: 'esm',
      logLevel: 'warning',
    });
  try {
    const { storage, leave } = await (onServers ? lodgeOnServers() : lodgeEmbedded());
    const urls = storage.kind === 'servers' ? [storage.databaseUrl, storage.redisUrl] : [];
    const given = [program('throughput-process'), program('throughput-worker'), String(workers), ...urls];
    const { status } = spawnSync(process.execPath, given, { stdio: 'inherit' });
    process.exitCode = status ?? 1;
    await leave();
  } finally {
    for (const name of names) rmSync(program(name), { force: true });
  }
}
