import { once } from 'node:events';
import { join } from 'node:path';
import { startChild, type Child } from '#local/demo/start-child.ts';
import { findFreePort } from '#local/demo/find-free-port.ts';
import { builtPrograms } from '#test/support/built-programs.ts';

/** Where MGE keeps what it knows: the embedded database, or the servers of a larger installation. */
export type FleetStorage =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'servers'; readonly databaseUrl: string; readonly redisUrl: string; readonly workers: number };

/** MGE's own processes, as an operator runs them. Any may be killed; it is started again, as a supervisor would. */
export interface Fleet {
  readonly size: number;
  start(): Promise<void>;
  /** `kill -9` of one of them, which is then started anew. */
  kill(which: number): Promise<void>;
  /** SIGSTOP and SIGCONT. */
  freeze(which: number): void;
  thaw(which: number): void;
  /** SIGTERM of all; answers how long the slowest took, in milliseconds, and every exit code. */
  stop(): Promise<{ readonly milliseconds: number; readonly codes: readonly (number | null)[] }>;
}

export interface FleetRequest {
  readonly storage: FleetStorage;
  readonly environment: Readonly<Record<string, string>>;
  /** The port of the one that takes webhooks. */
  readonly port: number;
  readonly onLine?: (line: string) => void;
}

function programsOf(storage: FleetStorage): string[] {
  if (storage.kind === 'embedded') return ['start'];
  return ['server', ...Array.from({ length: storage.workers }, () => 'worker')];
}

function variablesOf(storage: FleetStorage): Record<string, string> {
  if (storage.kind === 'embedded') return { MGE_DATA: storage.folder };
  return { DATABASE_URL: storage.databaseUrl, REDIS_URL: storage.redisUrl };
}

export function createFleet({ storage, environment, port, onLine = () => undefined }: FleetRequest): Fleet {
  const programs = programsOf(storage);
  const children: Child[] = [];

  async function startOne(which: number): Promise<void> {
    const program = programs[which] ?? '';
    const own = program === 'worker' ? await findFreePort() : port;
    children[which] = await startChild({
      entry: join(await builtPrograms(), `${program}.js`),
      env: { ...environment, ...variablesOf(storage), HOST: '127.0.0.1', PORT: String(own) },
      readyWith: (line) => (line.includes('"MGE is ready"') ? line : null),
      onLine: (line) => onLine(line),
    });
  }
  const processOf = (which: number): Child['process'] => {
    const child = children[which];
    if (child === undefined) throw new Error(`there is no process ${which}`);
    return child.process;
  };

  return {
    size: programs.length,
    async start() {
      // One after the other: the first brings the database's schema.
      for (const which of programs.keys()) await startOne(which);
    },
    async kill(which) {
      const gone = once(processOf(which), 'exit');
      processOf(which).kill('SIGKILL');
      await gone;
      await startOne(which);
    },
    freeze: (which) => void processOf(which).kill('SIGSTOP'),
    thaw: (which) => void processOf(which).kill('SIGCONT'),
    async stop() {
      const started = performance.now();
      const codes = await Promise.all(
        children.map(async (child) => {
          await child.stop();
          return child.process.exitCode;
        }),
      );
      return { milliseconds: performance.now() - started, codes };
    },
  };
}
