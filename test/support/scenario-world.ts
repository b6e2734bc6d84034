import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClaudeModel } from '#adapters/claude/create-claude-model.ts';
import { createGitHub } from '#adapters/github/create-github.ts';
import {
  createInstallationClients,
  type InstallationClients,
} from '#adapters/github/client/create-installation-clients.ts';
import type { AppIdentity } from '#adapters/github/client/github-context.ts';
import { readAppIdentity } from '#adapters/github/client/read-app-identity.ts';
import { createMemoryQueue, type MemoryQueue } from '#adapters/queue/create-memory-queue.ts';
import { NO_LIMITS } from '#adapters/store/create-request-budget.ts';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import type { Store } from '#adapters/store/open-store.ts';
import { createTelemetry } from '#adapters/telemetry/create-telemetry.ts';
import { startScriptedClaude, type ScriptedClaude } from '#local/claude/start-scripted-claude.ts';
import { findFreePort } from '#local/demo/find-free-port.ts';
import { startLocalGitHub, type LocalGitHub } from '#local/github/start-local-github.ts';
import type { Platform } from '#main/compose/open-platform.ts';
import { createRecoverDeliveries } from '#main/compose/create-recover-deliveries.ts';
import { startServer } from '#main/compose/start-server.ts';
import { startWork } from '#main/compose/start-work.ts';
import { readEnvironment } from '#main/environment/environment.ts';
import { createReconcileRun } from '#orchestrator/reconcile-run.ts';
import { createReconcile } from '#orchestrator/reconcile.ts';
import type { Worker } from '#orchestrator/start-worker.ts';
import { createSubmitEvent } from '#orchestrator/submit-event.ts';
import { privateKey, publicKey } from '#test/support/app-keys.ts';
import type { Killer } from '#test/support/killer.ts';
import { createSkippingClock } from '#test/support/scenario-clock.ts';
import { createInstantRunner, type Judge } from '#test/support/scenario-judge.ts';
import { prepareScript, type ScriptWishes } from '#test/support/scenario-script.ts';
import { emptyPool, storeOn } from '#test/support/scenario-store.ts';

export const REPOSITORY = 'acme/till';

/** The whole of MGE in this process, on a local GitHub, a scripted Claude and an instant validation. */
export interface ScenarioWorld {
  readonly github: LocalGitHub;
  readonly claude: ScriptedClaude;
  readonly judge: Judge;
  readonly store: Store;
  /** Lets everything happen that can happen without a person; waiting is skipped, up to `minutes`. */
  settle(minutes?: number): Promise<void>;
  /** Runs once, right before MGE next moves a branch whose name begins so: somebody is quicker. */
  beforeBranchMoves(branch: string, act: () => Promise<void>): void;
  /** Runs once, right before MGE next writes the sticky comment with this marker, after it has read it. */
  beforeCommentEdits(marker: string, act: () => void): void;
  /** A round of MGE's timer: it looks at what it missed, and everything that follows happens. */
  reconcile(): Promise<void>;
  /** MGE goes down and comes up again. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const WEBHOOK_SECRET = 'a secret of the story';
const APP = { id: 4711, slug: 'mge' };
const MOST_ROUNDS = 500;

export interface WorldWishes extends ScriptWishes {
  /** What may kill MGE's worker, again and again; nothing does when left out. */
  readonly killer?: Killer;
  /** A time at which the story's clock stands. */
  readonly standsAt?: Date;
}

/** One life of MGE: what is lost with it, when it is killed. */
interface Life {
  readonly platform: Platform;
  readonly queue: MemoryQueue;
  readonly worker: Worker;
}

export async function startScenarioWorld(wishes: WorldWishes): Promise<ScenarioWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'mge-story-'));
  const port = await findFreePort();
  const { judge, runner } = createInstantRunner();
  const clock = createSkippingClock(wishes.standsAt);
  const github = await startLocalGitHub({
    dataDir: join(folder, 'github'),
    app: {
      ...APP,
      privateKey: publicKey,
      webhookSecret: WEBHOOK_SECRET,
      webhookUrl: `http://127.0.0.1:${port}/api/github/webhooks`,
    },
    runner,
    // Where the clock stands, commits of people have the same date, too.
    ...(wishes.standsAt === undefined ? {} : { clock }),
  });
  const script = await prepareScript(wishes);
  const claude = await startScriptedClaude({ script });
  const environment = readEnvironment({
    APP_ID: String(APP.id),
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET,
    HOST: '127.0.0.1',
    PORT: String(port),
    GHE_HOST: github.host,
    GHE_PROTOCOL: 'http',
    MGE_GITHUB_PACE: 'off',
    MGE_RECONCILE_SECONDS: '3600',
    ANTHROPIC_API_KEY: 'scripted',
    ANTHROPIC_BASE_URL: claude.url,
    LOG_LEVEL: process.env['STORY_LOG'] ?? 'silent',
  });
  const quicker = new Map<string, () => Promise<void>>();
  const telemetry = createTelemetry({ level: environment.LOG_LEVEL });
  const pool = await emptyPool(telemetry);
  const syntax = await createTreeSitterSyntax();
  const { killer } = wishes;
  const clients = createInstallationClients({
    appId: environment.APP_ID,
    privateKey: environment.PRIVATE_KEY,
    baseUrl: `${github.url}/api/v3`,
    throttle: false,
    clock,
    // A hundred lives in one moment would use up an hour's requests.
    budget: storeOn(pool, clock, killer === undefined ? undefined : NO_LIMITS).requestBudget,
  });
  const identity = await readAppIdentity(clients);
  async function live(): Promise<Life> {
    const queue = createMemoryQueue({ clock });
    const store = storeOn(pool, clock);
    const whole = openPlatform({ environment, claude, clock, queue, store, telemetry, quicker, clients, identity });
    const platform = killer === undefined ? whole : killer.threaten(whole);
    return { platform: whole, queue, worker: await startWork(platform, environment, syntax) };
  }
  let life = await live();
  const queue: Pick<MemoryQueue, 'enqueue' | 'drain' | 'nextDue'> = {
    enqueue: (job, options) => life.queue.enqueue(job, options),
    drain: () => life.queue.drain(),
    nextDue: () => life.queue.nextDue(),
  };
  const { platform } = life;
  // Time that passes by itself would not be waited for.
  const atOnce = { atOnce: Infinity, leastMs: 0 };
  const server = await startServer({ ...platform, queue: { ...life.queue, ...queue } }, environment, atOnce);

  const { runStore, outbox } = platform.store;
  const submitEvent = createSubmitEvent({ runStore, queue: { ...life.queue, ...queue } });
  const reconcileRun = createReconcileRun({ actions: platform.github.actions, submitEvent, clock });
  const reconcile = createReconcile({ runStore, outbox, queue: { ...life.queue, ...queue }, telemetry, reconcileRun });

  const { deliveries } = platform.github;
  const recover = createRecoverDeliveries({ deliveries, clock, telemetry });

  async function restart(): Promise<void> {
    await life.worker.close();
    life = await live();
    // The new worker's own first look is not waited for.
    await reconcile();
  }

  async function settle(minutes = 15): Promise<void> {
    const latest = clock.now().getTime() + minutes * 60_000;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      await github.settled();
      const seen = github.deliveries.list().length;
      await queue.drain();
      while (killer?.revive() === true) await restart();
      await github.settled();
      if (github.deliveries.list().length > seen) continue;
      const due = queue.nextDue();
      if (due === null || due.getTime() > latest) return;
      clock.skipTo(due);
    }
    throw new Error(`the story does not come to rest in ${MOST_ROUNDS} rounds`);
  }

  return {
    github,
    claude,
    judge,
    store: platform.store,
    settle,
    beforeBranchMoves: (branch, act) => void quicker.set(branch, act),
    beforeCommentEdits: (marker, act) => void quicker.set(marker, () => Promise.resolve(act())),
    reconcile: async () => {
      await recover();
      await settle();
      await reconcile();
      await settle();
    },
    restart: async () => {
      await restart();
      await settle();
    },
    close: async () => {
      await github.close();
      await life.worker.close();
      await server.close();
      await platform.close();
      await claude.close();
      await rm(folder, { recursive: true, force: true });
      await rm(script, { recursive: true, force: true });
    },
  };
}

interface PlatformParts {
  readonly environment: ReturnType<typeof readEnvironment>;
  readonly claude: ScriptedClaude;
  readonly clients: InstallationClients;
  readonly identity: AppIdentity;
  readonly clock: ReturnType<typeof createSkippingClock>;
  readonly queue: MemoryQueue;
  readonly store: Store;
  readonly telemetry: Platform['telemetry'];
  readonly quicker: Map<string, () => Promise<void>>;
}

/** As src/main opens it, but for the clock, a store and a queue in memory, and the door for somebody quicker. */
function openPlatform(parts: PlatformParts): Platform {
  const { environment, claude, clock, queue, store, telemetry, quicker, clients, identity } = parts;
  const model = createClaudeModel({
    apiKey: environment.ANTHROPIC_API_KEY,
    baseUrl: claude.url,
    ledger: store.ledger,
    orders: store.batchOrders,
    gatherMs: 0,
    clock,
    telemetry,
  });
  const real = createGitHub({ clients, app: identity, clock });
  const sourceTree: typeof real.sourceTree = {
    ...real.sourceTree,
    moveBranch: async (repository, branch, ...rest) => {
      const [prefix = '', act] = [...quicker].find(([start]) => branch.startsWith(start)) ?? [];
      quicker.delete(prefix);
      await act?.();
      return real.sourceTree.moveBranch(repository, branch, ...rest);
    },
  };
  const conversation: typeof real.conversation = {
    ...real.conversation,
    upsertComment: async (repository, number, marker, body, pace) => {
      const act = quicker.get(marker);
      quicker.delete(marker);
      await act?.();
      return real.conversation.upsertComment(repository, number, marker, body, pace);
    },
  };
  return {
    clock,
    telemetry,
    store,
    queue,
    github: { ...real, sourceTree, conversation },
    identity,
    model,
    // the store is the next story's, too
    close: () => Promise.resolve(),
  };
}
