import { createGitHub, type GitHub } from '#adapters/github/create-github.ts';
import { createInstallationClients } from '#adapters/github/client/create-installation-clients.ts';
import type { AppIdentity } from '#adapters/github/client/github-context.ts';
import { readAppIdentity } from '#adapters/github/client/read-app-identity.ts';
import { createClaudeModel } from '#adapters/claude/create-claude-model.ts';
import { systemClock } from '#adapters/clock/system-clock.ts';
import { openQueue } from '#adapters/queue/open-queue.ts';
import { NO_LIMITS } from '#adapters/store/create-request-budget.ts';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import { createTelemetry, type RunningTelemetry } from '#adapters/telemetry/create-telemetry.ts';
import type { Environment } from '#main/environment/environment.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { LanguageModel } from '#ports/language-model.ts';

/** The outside world, opened: every adapter that servers and workers share. */
export interface Platform {
  readonly clock: Clock;
  readonly telemetry: RunningTelemetry;
  readonly store: Store;
  readonly queue: JobQueue;
  readonly github: GitHub;
  readonly identity: AppIdentity;
  readonly model: LanguageModel;
  close(): Promise<void>;
}

export async function openPlatform(environment: Environment): Promise<Platform> {
  const clock = systemClock;
  const telemetry = createTelemetry({ level: environment.LOG_LEVEL });
  const { DATABASE_URL: url, MGE_DATA: folder, REDIS_URL: redis } = environment;
  const store = await openStore(url === undefined ? { folder } : { url }, {
    clock,
    telemetry,
    ...(environment.MGE_GITHUB_PACE === 'on' ? {} : { requestLimits: NO_LIMITS }),
  });
  const clients = createInstallationClients({
    appId: environment.APP_ID,
    privateKey: environment.PRIVATE_KEY,
    baseUrl: restUrl(environment),
    throttle: environment.MGE_GITHUB_PACE === 'on',
    clock,
    budget: store.requestBudget,
  });
  const identity = await readAppIdentity(clients);
  const place =
    redis === undefined ? { pool: store.queuePool(), exclusive: store.exclusive } : { redis: { url: redis } };
  const times = { troubleMs: 5_000, silenceMs: environment.MGE_SILENCE_SECONDS * 1000 };
  const queue = await openQueue(place, telemetry, times);
  const { ANTHROPIC_API_KEY: apiKey, ANTHROPIC_BASE_URL: baseUrl } = environment;
  const model = createClaudeModel({
    apiKey,
    ledger: store.ledger,
    orders: store.batchOrders,
    clock,
    telemetry,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
  return {
    clock,
    telemetry,
    store,
    queue,
    github: createGitHub({ clients, app: identity, clock }),
    identity,
    model,
    close: () => store.close(),
  };
}

/** The REST root, found as Probot finds it. */
function restUrl({ GHE_HOST, GHE_PROTOCOL }: Environment): string {
  return GHE_HOST === undefined ? 'https://api.github.com' : `${GHE_PROTOCOL}://${GHE_HOST}/api/v3`;
}
