import nock from 'nock';
import {
  createInstallationClients,
  type InstallationClients,
} from '#adapters/github/client/create-installation-clients.ts';
import type { GitHubContext } from '#adapters/github/client/github-context.ts';
import type { Repository } from '#domain/run/repository.ts';
import { freeRequestBudget } from '#test/support/free-request-budget.ts';
import { privateKey } from '#test/support/app-keys.ts';

const HOST = 'https://github.example.org';
export const repository: Repository = { owner: 'acme', name: 'shop', installationId: 5, defaultBranch: 'main' };

export interface NockedGitHub {
  readonly clients: InstallationClients;
  readonly context: GitHubContext;
  /** The REST API; requests that no interceptor awaits fail. */
  readonly api: nock.Scope;
  /** Awaits one request for a token, valid for an hour from now. */
  grantToken(token: string): void;
  /** Lets time pass. */
  pass(minutes: number): void;
  /** Gives the network back; throws when an awaited request did not come. */
  leave(): void;
}

/** Clients of a GitHub Enterprise server that only exists as interceptors. */
export function nockGitHub(): NockedGitHub {
  nock.disableNetConnect();
  let now = Date.parse('2026-11-20T10:00:00Z');
  const clock = { now: () => new Date(now) };
  const clients = createInstallationClients({
    appId: 77,
    privateKey,
    baseUrl: `${HOST}/api/v3`,
    throttle: false,
    clock,
    budget: freeRequestBudget,
  });
  const api = nock(`${HOST}/api/v3`);
  return {
    clients,
    context: { clients, app: { id: 77, slug: 'mge' }, clock },
    api,
    grantToken(token) {
      const expires_at = new Date(now + 60 * 60 * 1000).toISOString();
      api
        .post('/app/installations/5/access_tokens')
        .matchHeader('authorization', /^bearer ey/)
        .reply(201, { token, expires_at });
    },
    pass(minutes) {
      now += minutes * 60 * 1000;
    },
    leave() {
      const pending = nock.pendingMocks();
      nock.cleanAll();
      nock.enableNetConnect();
      if (pending.length > 0) throw new Error(`these requests did not come: ${pending.join(', ')}`);
    },
  };
}
