import { join } from 'node:path';
import { createServeGraphql } from '#local/github/graphql/serve-graphql.ts';
import type { ServerParts } from '#local/github/http/create-server.ts';
import { createFailures } from '#local/github/http/failures.ts';
import { createFindRoute } from '#local/github/http/find-route.ts';
import { createRequestLog } from '#local/github/http/request-log.ts';
import { allRoutes } from '#local/github/routes/all-routes.ts';
import { createRunQueue, type RunQueue } from '#local/github/runs/create-run-queue.ts';
import { standardPermissions } from '#local/github/standard-permissions.ts';
import type { LocalGitHubOptions } from '#local/github/local-github-options.ts';
import { ensureUser } from '#local/github/state/find-user.ts';
import { nextId, type State } from '#local/github/state/state.ts';
import { createDeliveryQueue, type DeliveryQueue } from '#local/github/webhooks/create-delivery-queue.ts';
import { createEmit } from '#local/github/webhooks/create-emit.ts';
import type { World } from '#local/github/world.ts';
import { sharedGate } from '#local/openapi/shared-gate.ts';

/** Everything that a local GitHub is made of. */
export interface Parts {
  readonly world: World;
  readonly server: ServerParts;
  readonly runs: RunQueue;
  readonly queue: DeliveryQueue;
  readonly findings: readonly string[];
}

type WorldParts = Pick<World, 'url' | 'emit'> & {
  readonly runs: RunQueue;
  readonly queue: DeliveryQueue;
  readonly options: LocalGitHubOptions;
};

function createWorld({ url, emit, runs, queue, options }: WorldParts): World {
  const { dataDir, clock = { now: () => new Date() } } = options;
  const app = { ...options.app, permissions: options.app.permissions ?? standardPermissions };
  const state: State = { lastId: 1000, users: [], installations: [], tokens: [], repositories: [] };
  return {
    url,
    dataDir,
    state,
    app,
    bot: ensureUser(state, `${app.slug}[bot]`, 'Bot'),
    emit,
    deliveries: () => queue.list(),
    redeliver: (delivery) =>
      queue.add({
        ...delivery,
        id: nextId(state),
        redelivery: true,
        status: 'waiting',
        attempts: 0,
        responseStatus: null,
      }),
    now: () =>
      clock
        .now()
        .toISOString()
        .replace(/\.\d+Z$/, 'Z'),
    gitDirOf: (repository) => join(dataDir, 'repositories', repository.folder),
    startRun: (job) => runs.start(job),
    stopRun: (runId) => runs.stop(runId),
  };
}

/** Wires the parts of the local GitHub that answers at `url`. */
export function assembleParts(url: string, options: LocalGitHubOptions): Parts {
  const findings: string[] = [];
  const report = (found: readonly string[]): void => void findings.push(...found);
  const gate = options.gate === 'off' ? null : sharedGate();
  const check = (name: string, payload: unknown): void => report(gate?.checkPayload(name, payload) ?? []);
  const queue = createDeliveryQueue({ app: options.app });
  // the parts know each other in a circle: what happens later asks for the world then
  const later = (): World => world;
  const runs = createRunQueue({ world: later, runner: options.runner });
  const emit = createEmit({ queue, world: later, check });
  const world = createWorld({ url, emit, runs, queue, options });
  const failures = createFailures();
  const log = createRequestLog();
  const serveGraphql = createServeGraphql({ world: later, failures, log, report });
  const findRoute = createFindRoute(allRoutes);
  return { world, runs, queue, findings, server: { world, findRoute, failures, log, gate, report, serveGraphql } };
}
