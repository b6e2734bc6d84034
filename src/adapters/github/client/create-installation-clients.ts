import { createAppAuth } from '@octokit/auth-app';
import { z } from 'zod';
import { GitHubClient, throttleOptions } from '#adapters/github/client/github-client.ts';
import { askConditionally } from '#adapters/github/client/ask-conditionally.ts';
import { keepBudget, noteLimit } from '#adapters/github/client/keep-budget.ts';
import { createInstallationTokens } from '#adapters/github/client/installation-tokens.ts';
import { translateError } from '#adapters/github/errors/translate-error.ts';
import type { Clock } from '#ports/clock.ts';
import type { RequestBudget } from '#ports/github/request-budget.ts';

export interface InstallationClients {
  /** The client that acts as the app on one installation. Its requests throw MgeError only. */
  of(installationId: number): GitHubClient;
  /** The client that acts as the app itself, with its JWT. */
  readonly app: GitHubClient;
}

export interface ClientOptions {
  readonly appId: number;
  /** PEM, PKCS#1 or PKCS#8. */
  readonly privateKey: string;
  /** REST root, such as `https://api.github.com` or `http://127.0.0.1:8080/api/v3`. */
  readonly baseUrl: string;
  /** Whether writes are paced as GitHub advises (a second between writes); false on a local GitHub. */
  readonly throttle: boolean;
  readonly clock: Clock;
  /** Counts every request, and holds back what would be too many. */
  readonly budget: RequestBudget;
}

const TIMEOUT_MS = 60_000;
/** Octokit would write to the console; what matters is thrown. */
const nothing = (): void => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const Refused = z.object({ status: z.literal(401) });

/** One client per installation, each signed with an installation token that is renewed before it expires. */
export function createInstallationClients(options: ClientOptions): InstallationClients {
  const { appId, privateKey, baseUrl, clock } = options;
  const throttle = throttleOptions(options.throttle);
  const common = { baseUrl, userAgent: 'mge', request: { fetch: fetchWithin }, log: SILENT };
  const app = new GitHubClient({ ...common, throttle, authStrategy: createAppAuth, auth: { appId, privateKey } });
  app.hook.error('request', (error) => {
    throw translateError(error, clock.now());
  });
  const tokens = createInstallationTokens({ app, clock });
  const clients = new Map<number, GitHubClient>();

  function createClient(installationId: number): GitHubClient {
    // Pacing is per installation: GitHub counts per installation, too.
    const client = new GitHubClient({ ...common, throttle: { ...throttle, id: `installation-${installationId}` } });
    client.hook.wrap('request', async (request, endpoint) => {
      // Octokit's inner hooks see this very object, never a copy.
      const send = (token: string): ReturnType<typeof request> => {
        endpoint.headers = { ...endpoint.headers, authorization: `token ${token}` };
        return request(endpoint);
      };
      const token = await tokens.of(installationId);
      try {
        return await send(token);
      } catch (error) {
        if (!Refused.safeParse(error).success) throw error;
        // A token can be refused before its time (a changed permission); one fresh token is worth a try.
        await tokens.forget(installationId, token);
        return send(await tokens.of(installationId));
      }
    });
    watchRequests(client, installationId, options);
    return client;
  }

  return {
    app,
    of(installationId) {
      const client = clients.get(installationId) ?? createClient(installationId);
      clients.set(installationId, client);
      return client;
    },
  };
}

/** What stands around each request, from the inside out: ETags, the count, the one translation of errors. */
function watchRequests(client: GitHubClient, installation: number, { budget, clock }: ClientOptions): void {
  askConditionally(client);
  keepBudget(client, installation, { budget, clock });
  client.hook.error('request', async (error) => {
    const translated = translateError(error, clock.now());
    await noteLimit(translated, installation, budget);
    throw translated;
  });
}

/** The time limit stands here and not in a hook, so that waiting for one's turn to write does not count. */
function fetchWithin(url: string | URL, init: RequestInit): Promise<Response> {
  return fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
}
