import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClaudeModel } from '#adapters/claude/create-claude-model.ts';
import { createGitHub } from '#adapters/github/create-github.ts';
import { createInstallationClients } from '#adapters/github/create-installation-clients.ts';
import { readAppIdentity } from '#adapters/github/read-app-identity.ts';
import { createMemoryQueue, type MemoryQueue } from '#adapters/queue/create-memory-queue.ts';
import type { Store } from '#adapters/store/open-store.ts';
import { createTelemetry } from '#adapters/telemetry/create-telemetry.ts';
import { startScriptedClaude, type ScriptedClaude } from '#local/claude/start-scripted-claude.ts';
import { findFreePort } from '#local/demo/find-free-port.ts';
import { startLocalGitHub, type LocalGitHub } from '#local/github/start-local-github.ts';
import type { Platform } from '#main/compose/open-platform.ts';
import { startServer } from '#main/compose/start-server.ts';
import { startWork } from '#main/compose/start-work.ts';
import { readEnvironment } from '#main/environment/environment.ts';
import { createReconcileRun } from '#orchestrator/reconcile-run.ts';
import { createReconcile } from '#orchestrator/reconcile.ts';
import type { Worker } from '#orchestrator/start-worker.ts';
import { createSubmitEvent } from '#orchestrator/submit-event.ts';
import { privateKey, publicKey } from '#test/support/app-keys.ts';
import { createSkippingClock } from '#test/support/scenario-clock.ts';
import { createInstantRunner, type Judge } from '#test/support/scenario-judge.ts';
import { prepareScript, type ScriptWishes } from '#test/support/scenario-script.ts';
import { emptyStore } from '#test/support/scenario-store.ts';

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

export async function startScenarioWorld(wishes: ScriptWishes): Promise<ScenarioWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'mge-story-'));
  const port = await findFreePort();
  const { judge, runner } = createInstantRunner();
  const github = await startLocalGitHub({
    dataDir: join(folder, 'github'),
    app: {
      ...APP,
      privateKey: publicKey,
      webhookSecret: WEBHOOK_SECRET,
      webhookUrl: `http://127.0.0.1:${port}/api/github/webhooks`,
    },
    runner,
  });
  const script = await prepareScript(wishes);
  const claude = await startScriptedClaude({ script });
  const clock = createSkippingClock();
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
  const queue = createMemoryQueue({ clock });
  const quicker = new Map<string, () => Promise<void>>();
  const platform = await openPlatform({ environment, github, claude, clock, queue, quicker });
  let worker: Worker = await startWork(platform, environment);
  const server = await startServer(platform, environment);

  async function settle(minutes = 15): Promise<void> {
    const latest = clock.now().getTime() + minutes * 60_000;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      await github.settled();
      const seen = github.deliveries.list().length;
      await queue.drain();
      await github.settled();
      if (github.deliveries.list().length > seen) continue;
      const due = queue.nextDue();
      if (due === null || due.getTime() > latest) return;
      clock.skipTo(due);
    }
    throw new Error(`the story does not come to rest in ${MOST_ROUNDS} rounds`);
  }

  const { runStore, outbox } = platform.store;
  const submitEvent = createSubmitEvent({ runStore, queue });
  const reconcileRun = createReconcileRun({ actions: platform.github.actions, submitEvent });
  const reconcile = createReconcile({ runStore, outbox, queue, telemetry: platform.telemetry, reconcileRun });

  return {
    github,
    claude,
    judge,
    store: platform.store,
    settle,
    beforeBranchMoves: (branch, act) => void quicker.set(branch, act),
    beforeCommentEdits: (marker, act) => void quicker.set(marker, () => Promise.resolve(act())),
    reconcile: async () => {
      await reconcile();
      await settle();
    },
    restart: async () => {
      await worker.close();
      worker = await startWork(platform, environment);
      await settle();
    },
    close: async () => {
      await github.close();
      await worker.close();
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
  readonly github: LocalGitHub;
  readonly claude: ScriptedClaude;
  readonly clock: ReturnType<typeof createSkippingClock>;
  readonly queue: MemoryQueue;
  readonly quicker: Map<string, () => Promise<void>>;
}

/** As src/main opens it, but for the clock, a store and a queue in memory, and the door for somebody quicker. */
async function openPlatform({ environment, github, claude, clock, queue, quicker }: PlatformParts): Promise<Platform> {
  const telemetry = createTelemetry({ level: environment.LOG_LEVEL });
  const baseUrl = `${github.url}/api/v3`;
  const clients = createInstallationClients({
    appId: environment.APP_ID,
    privateKey: environment.PRIVATE_KEY,
    baseUrl,
    throttle: false,
    clock,
  });
  const identity = await readAppIdentity(clients);
  const store = await emptyStore(clock, telemetry);
  const model = createClaudeModel({
    apiKey: environment.ANTHROPIC_API_KEY,
    baseUrl: claude.url,
    ledger: store.ledger,
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
    upsertComment: async (repository, number, marker, body) => {
      const act = quicker.get(marker);
      quicker.delete(marker);
      await act?.();
      return real.conversation.upsertComment(repository, number, marker, body);
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
