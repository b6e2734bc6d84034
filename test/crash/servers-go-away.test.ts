import { Redis } from 'ioredis';
import pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { fleetPortrait } from '#test/crash/fleet-portrait.ts';
import { killRound, lodgeEmbedded, lodgeOnServers } from '#test/crash/kill-round.ts';
import { ledgerOf } from '#test/crash/ledger-of.ts';
import { FLEET_REPOSITORY, startFleetWorld } from '#test/support/fleet-world.ts';

const LONG_MS = 300_000;
/** Longer than a worker may be silent (MGE_SILENCE_SECONDS is 1 here), so that others take up its jobs. */
const FROZEN_MS = 2500;

/** An answer that arrives while the database is away cannot be booked, and is asked for (and paid) again. */
function unpriced(portrait: unknown): unknown {
  return JSON.parse(JSON.stringify(portrait).replaceAll(/\$\d+\.\d+|, \d+ model calls|\| \d+ \| \d+ \|/g, '…'));
}

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

it(
  'Redis is flushed, PostgreSQL goes away, a worker freezes past its lock: two workers and a server end as one process does',
  async () => {
    const undisturbed = await killRound(lodgeEmbedded, { kills: 0, longestLifeMs: 0, random: () => 0 });
    const { storage, leave } = await lodgeOnServers();
    if (storage.kind !== 'servers') throw new Error('servers were asked for');
    const world = await startFleetWorld(storage);
    const { fleet } = world;
    let over = false;
    const playing = world.playThrough().finally(() => (over = true));
    const disturb = async (): Promise<void> => {
      for (let times = 0; times < 3 && !over; times += 1) {
        await flush(storage.redisUrl);
        await dropDatabaseConnections(storage.databaseUrl, 200);
        fleet.freeze(1);
        await wait(FROZEN_MS);
        fleet.thaw(1);
        await wait(1000);
      }
    };
    await Promise.all([playing, disturb()]);
    const stopped = await fleet.stop();
    expect(unpriced(await fleetPortrait(world))).toEqual(unpriced(undisturbed.portrait));
    const { left, stage } = await ledgerOf({ url: storage.databaseUrl }, `${FLEET_REPOSITORY}#${world.issue}`);
    expect({ left, stage }).toEqual({ left: [], stage: 'done' });
    expect(new Set(stopped.codes)).toEqual(new Set([0]));
    expect(world.github.gateFindings()).toEqual([]);
    await world.close();
    await leave();
  },
  LONG_MS,
);
