import { execFile, spawn } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { existsSync } from 'node:fs';
import pg from 'pg';

export interface PostgresServer {
  /** A database that may be connected to, to create others. */
  readonly url: string;
  stop(): Promise<void>;
}

const run = promisify(execFile);
const MACHINE = 'postgres://postgres@127.0.0.1:5432/postgres';
const NOBODY = 65_534;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    // Nobody there: the next way is tried.
    return false;
  }
}

async function binaryFolder(): Promise<string> {
  const installed = '/usr/lib/postgresql';
  const versions = existsSync(installed) ? await readdir(installed) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...versions.map((version) => join(installed, version, 'bin')),
  ];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
  if (found !== undefined) return found;
  throw new Error('These tests need PostgreSQL: set DATABASE_URL_TEST, or install the server (initdb and postgres).');
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

async function startOwn(): Promise<PostgresServer> {
  const binaries = await binaryFolder();
  const folder = await mkdtemp(join(tmpdir(), 'mge-postgres-'));
  // The server refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ('uid' in user) await chown(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  await run(join(binaries, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-N'], { ...user, cwd: folder });
  const port = await freePort();
  const server = spawn(join(binaries, 'postgres'), ['-D', data, '-p', `${port}`, '-k', folder, '-F'], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (tries === 200 || server.exitCode !== null) throw new Error('the throw-away PostgreSQL server did not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    async stop() {
      server.kill('SIGQUIT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A PostgreSQL server for tests: the one of DATABASE_URL_TEST, the machine's own, or one started in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env['DATABASE_URL_TEST'];
  const stop = (): Promise<void> => Promise.resolve();
  if (given !== undefined) return { url: given, stop };
  return (await answers(MACHINE)) ? { url: MACHINE, stop } : startOwn();
}
