import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Kysely, PostgresDialect } from 'kysely';
import { openStore, type StoreLocation } from '#adapters/store/open-store.ts';
import type { Database } from '#adapters/store/tables.ts';
import { newRun } from '#domain/run/transition/new-run.ts';
import { findFreePort } from '#local/demo/find-free-port.ts';
import { startLocalGitHub } from '#local/github/start-local-github.ts';
import { renderFigures } from '#scripts/bench/figure.ts';
import { Sent, type Sending } from '#scripts/bench/webhooks/send-webhooks.ts';
import { lodgeEmbedded, lodgeOnServers } from '#test/crash/kill-round.ts';
import { privateKey, publicKey } from '#test/support/app-keys.ts';
import { createFleet } from '#test/support/mge-fleet.ts';
import { createInstantRunner } from '#test/support/scenario-judge.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';

const OWNER = 'bench';
const NAME = 'hooks';
const ISSUES = 50;
const SECRET = 'a secret of the bench';
const APP = { id: 4711, slug: 'mge' };
const run = promisify(execFile);

/**
 * `npm run bench -- webhooks [PER_SECOND SECONDS] [servers]`: comments on fifty runs, signed, sent by a process of its own to the
 * real server and its worker, on the embedded database (or a server and a worker on PostgreSQL and Redis). How long each waits for
 * its answer, and whether the store holds all of them.
 */
export async function benchWebhooks(words: readonly string[]): Promise<void> {
  const [perSecond = 200, seconds = 60] = words.map(Number).filter((each) => each > 0);
  const { storage, leave } = await (words.includes('servers') ? lodgeOnServers() : lodgeEmbedded());
  const location = storage.kind === 'embedded' ? { folder: storage.folder } : { url: storage.databaseUrl };
  const folder = await mkdtemp(join(tmpdir(), 'mge-hooks-'));
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}/api/github/webhooks`;
  const app = { ...APP, privateKey: publicKey, webhookSecret: SECRET, webhookUrl: url };
  const github = await startLocalGitHub({ dataDir: folder, app, runner: createInstantRunner().runner });
  const environment = {
    APP_ID: String(APP.id),
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: SECRET,
    GHE_HOST: github.host,
    GHE_PROTOCOL: 'http',
    MGE_GITHUB_PACE: 'off',
    ANTHROPIC_API_KEY: 'none is asked',
  };
  try {
    await seedRuns(location);
    const fleet = createFleet({ storage, environment, port });
    await fleet.start();
    const sending: Sending = { url, secret: SECRET, perSecond, seconds, owner: OWNER, name: NAME, issues: ISSUES };
    const sent = await sendApart(sending);
    await fleet.stop();
    const times = sent.milliseconds.toSorted((left, right) => left - right);
    const at = (share: number): string => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`;
    const where = `${storage.kind}, ${perSecond} a second for ${seconds} s`;
    const lost = sent.sent - (await countSaved(location));
    console.log(
      renderFigures([
        { what: `${where}: webhook to answer, median`, measured: at(0.5), asked: '–' },
        { what: '99 of 100', measured: at(0.99), asked: '≤ 20 ms' },
        { what: 'the slowest', measured: `${(times.at(-1) ?? 0).toFixed(1)} ms`, asked: '–' },
        { what: 'sent, answered 2xx', measured: `${sent.sent}, ${sent.answered}`, asked: 'all' },
        { what: 'not in the store', measured: String(lost), asked: '0' },
      ]),
    );
  } finally {
    await github.close();
    await leave();
    await rm(folder, { recursive: true, force: true });
  }
}

async function sendApart(sending: Sending) {
  const program = join(import.meta.dirname, 'webhooks/send-webhooks.ts');
  const words = ['--import', 'tsx', program, JSON.stringify(sending)];
  const { stdout } = await run(process.execPath, words, { maxBuffer: 2 ** 26 });
  return Sent.parse(JSON.parse(stdout));
}

/** Runs that wait for answers, so that a comment is saved and read. */
async function seedRuns(location: StoreLocation): Promise<void> {
  const store = await openStore(location, telling());
  const repository = { owner: OWNER, name: NAME, installationId: 1, defaultBranch: 'main' };
  for (let number = 1; number <= ISSUES; number += 1) {
    const issue = { number, title: 'A bench', body: '', author: 'ada' };
    const event = { type: 'spec-labelled', repository, sender: 'ada', issue } as const;
    const fresh = newRun(event);
    if (fresh === null) throw new Error('no run begins');
    await store.runStore.append(fresh.id, `seed-${number}`, event);
    await store.runStore.advance(fresh.id, () => ({ run: { ...fresh, stage: 'answering' }, effects: [] }));
  }
  await store.close();
}

async function countSaved(location: StoreLocation): Promise<number> {
  const store = await openStore(location, telling());
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: store.queuePool() }) }).withSchema('mge');
  const saved = await db.selectFrom('run_event').select('key').where('key', 'like', 'bench-%').execute();
  await store.close();
  return saved.length;
}

function telling() {
  return { clock: { now: () => new Date() }, telemetry: createSilentTelemetry() };
}
