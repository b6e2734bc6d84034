import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { fleetPortrait } from '#test/crash/fleet-portrait.ts';
import { ledgerOf } from '#test/crash/ledger-of.ts';
import { FLEET_REPOSITORY, startFleetWorld, type FleetWorld } from '#test/support/fleet-world.ts';
import type { FleetStorage } from '#test/support/mge-fleet.ts';
import { startOwnRedis } from '#test/support/start-redis.ts';
import { startPostgres } from '#test/support/start-postgres.ts';

/** A place for one run, gone afterwards. */
interface Lodging {
  readonly storage: FleetStorage;
  readonly leave: () => Promise<void>;
}

export async function lodgeEmbedded(): Promise<Lodging> {
  const folder = await mkdtemp(join(tmpdir(), 'mge-kill-'));
  return { storage: { kind: 'embedded', folder }, leave: () => rm(folder, { recursive: true, force: true }) };
}

/** PostgreSQL and a Redis of one's own, for one server and two workers. */
export async function lodgeOnServers(): Promise<Lodging> {
  const [postgres, redis] = [await startPostgres(), await startOwnRedis()];
  const name = `mge_kill_${randomUUID().replaceAll('-', '')}`;
  const administer = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await administer(`create database ${name}`);
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return {
    storage: { kind: 'servers', databaseUrl: url.href, redisUrl: redis.url, workers: 2 },
    async leave() {
      await administer(`drop database ${name} with (force)`);
      await redis.stop();
      await postgres.stop();
    },
  };
}

export interface KillPlan {
  readonly kills: number;
  /** The longest life, in milliseconds; each is a random part of it. */
  readonly longestLifeMs: number;
  /** 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
}

/** Kills processes while a run goes on; answers how often it did before the run was done. */
async function killAtRandom({ fleet }: FleetWorld, done: () => boolean, plan: KillPlan): Promise<number> {
  for (let count = 0; count < plan.kills; count += 1) {
    await wait(plan.random() * plan.longestLifeMs);
    if (done()) return count;
    await fleet.kill(Math.floor(plan.random() * fleet.size));
  }
  return plan.kills;
}

/** A whole run under `kill -9`, and everything that it left behind. */
export async function killRound(lodge: () => Promise<Lodging>, plan: KillPlan) {
  const { storage, leave } = await lodge();
  const world = await startFleetWorld(storage);
  try {
    let over = false;
    const playing = world.playThrough().finally(() => (over = true));
    const [kills] = await Promise.all([killAtRandom(world, () => over, plan), playing]);
    const stopped = await world.fleet.stop();
    const location = storage.kind === 'embedded' ? { folder: storage.folder } : { url: storage.databaseUrl };
    const paid = world.claude.calls().filter(({ status }) => status === 200);
    return {
      kills,
      stopped,
      portrait: await fleetPortrait(world),
      ledger: await ledgerOf(location, `${FLEET_REPOSITORY}#${world.issue}`),
      /** Answers that were sent while the process that asked was being killed: they never arrived. */
      answersLost: paid.length - new Set(paid.map(({ requestHash }) => requestHash)).size,
      findings: world.github.gateFindings(),
    };
  } finally {
    await world.close();
    await leave();
  }
}
