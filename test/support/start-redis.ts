import { spawn } from 'node:child_process';
import { Redis } from 'ioredis';
import { freePort } from '#test/support/start-postgres.ts';

export interface RedisServer {
  readonly url: string;
  stop(): Promise<void>;
}

const MACHINE = 'redis://127.0.0.1:6379';

async function answers(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 2000 });
  // Without a listener a refused connection would be reported as unhandled.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } catch {
    // Nobody there: the next way is tried.
    return false;
  } finally {
    redis.disconnect();
  }
}

/** A server of the test's own, which it may treat badly. */
export async function startOwnRedis(): Promise<RedisServer> {
  const port = await freePort();
  const server = spawn('redis-server', ['--port', `${port}`, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  let failed = false;
  server.once('error', () => (failed = true));
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (failed || tries === 100) {
      throw new Error('These tests need Redis: set REDIS_URL_TEST, or install redis-server.');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    async stop() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** A Redis server for tests: the one of REDIS_URL_TEST, the machine's own, or one started for the tests. */
export async function startRedis(): Promise<RedisServer> {
  const given = process.env['REDIS_URL_TEST'];
  const stop = (): Promise<void> => Promise.resolve();
  if (given !== undefined) return { url: given, stop };
  return (await answers(MACHINE)) ? { url: MACHINE, stop } : startOwnRedis();
}
