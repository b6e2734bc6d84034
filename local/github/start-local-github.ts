import { mkdir } from 'node:fs/promises';
import { assembleParts } from '#local/github/assemble-parts.ts';
import { ObjectReader } from '#local/github/git/object-reader.ts';
import { createGitHubServer, type ServerParts } from '#local/github/http/create-server.ts';
import type { Failures } from '#local/github/http/failures.ts';
import { listen } from '#local/github/http/listen.ts';
import type { RequestRecord } from '#local/github/http/request-log.ts';
import { createHumanActions, type HumanActions } from '#local/github/human/create-human-actions.ts';
import type { LocalGitHubOptions } from '#local/github/local-github-options.ts';
import { findRepositoryByName } from '#local/github/state/find-repository.ts';
import { fullNameOf } from '#local/github/state/repository.ts';
import type { DeliveryKnobs } from '#local/github/webhooks/delivery-knobs.ts';

/** A GitHub on this machine. */
export interface LocalGitHub {
  /** `http://127.0.0.1:port`; REST is under `/api/v3`, GraphQL at `/api/graphql`, git at `/owner/name.git`. */
  readonly url: string;
  /** `127.0.0.1:port`, for `GHE_HOST`. */
  readonly host: string;
  /** Everything that GitHub's own descriptions do not allow, in words. */
  gateFindings(): readonly string[];
  requests(): readonly RequestRecord[];
  readonly human: HumanActions;
  /** Full names. */
  repositories(): readonly string[];
  /** Path of a bare repository. */
  gitDir(fullName: string): string;
  readonly deliveries: DeliveryKnobs;
  readonly failNext: Failures['failNext'];
  /** Resolves when no workflow run and no webhook is under way. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Starts it on a free port of 127.0.0.1. */
export async function startLocalGitHub(options: LocalGitHubOptions): Promise<LocalGitHub> {
  await mkdir(options.dataDir, { recursive: true });
  const server = createGitHubServer((): ServerParts => parts.server);
  const { host, close } = await listen(server);
  const parts = assembleParts(`http://${host}`, options);
  const { world, runs, queue } = parts;
  return {
    url: world.url,
    host,
    gateFindings: () => parts.findings,
    requests: () => parts.server.log.list(),
    human: createHumanActions(world),
    repositories: () => world.state.repositories.map(fullNameOf),
    gitDir: (fullName) => world.gitDirOf(findRepositoryByName(world.state, fullName)),
    deliveries: queue,
    failNext: (route, failure) => parts.server.failures.failNext(route, failure),
    settled: async () => {
      do {
        await runs.settled();
        await queue.settled();
        // a webhook may have made the app start another run
      } while (runs.working());
    },
    close: async () => {
      await runs.close();
      await queue.close();
      await close();
      ObjectReader.closeBelow(options.dataDir);
    },
  };
}
