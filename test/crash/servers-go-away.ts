import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { fleetPortrait } from '#test/crash/fleet-portrait.ts';
import { lodgeOnServers } from '#test/crash/kill-round.ts';
import { ledgerOf } from '#test/crash/ledger-of.ts';
import { FLEET_REPOSITORY, startFleetWorld } from '#test/support/fleet-world.ts';

/** Longer than a worker may be silent (MGE_SILENCE_SECONDS is 1 here), so that others take up its jobs. */
const FROZEN_MS = 2500;

async function flush(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl);
  await redis.flushall();
  await redis.quit();
}

/** As a restart of the server looks to its clients: every connection drops, and for a moment none is taken. */
async function dropDatabaseConnections(databaseUrl: string, downMs: number): Promise<void> {
  const url = new URL(databaseUrl);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`alter database ${name} with allow_connections false`);
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  await wait(downMs);
  await client.query(`alter database ${name} with allow_connections true`);
  await client.end();
}

/** A whole run of a server and two workers, whose servers go away up to three times, and what it left behind. */
export async function runWhileServersGoAway() {
  const { storage, leave } = await lodgeOnServers();
  if (storage.kind !== 'servers') throw new Error('servers were asked for');
  const world = await startFleetWorld(storage);
  const { fleet } = world;
  let over = false;
  let times = 0;
  const disturb = async (): Promise<void> => {
    for (; times < 3 && !over; times += 1) {
      await flush(storage.redisUrl);
      await dropDatabaseConnections(storage.databaseUrl, 200);
      fleet.freeze(1);
      await wait(FROZEN_MS);
      fleet.thaw(1);
      await wait(1000);
    }
  };
  try {
    await Promise.all([world.playThrough().finally(() => (over = true)), disturb()]);
    const stopped = await fleet.stop();
    return {
      times,
      stopped,
      portrait: await fleetPortrait(world),
      ledger: await ledgerOf({ url: storage.databaseUrl }, `${FLEET_REPOSITORY}#${world.issue}`),
      findings: world.github.gateFindings(),
    };
  } finally {
    await world.close();
    await leave();
  }
}
