import type { Clock } from '#ports/clock.ts';
import type { GitHubClient } from '#adapters/github/client/github-client.ts';

export interface InstallationTokens {
  /** A token that is good for a few minutes at least. */
  of(installationId: number): Promise<string>;
  /** Drops a token that GitHub refused. */
  forget(installationId: number, token: string): Promise<void>;
}

/** Tokens last an hour; a fresh one is taken this long before the end. */
const MARGIN_MS = 5 * 60 * 1000;

/** Installation tokens, kept until shortly before they expire; asked for once, however many wait for one. */
export function createInstallationTokens({ app, clock }: { app: GitHubClient; clock: Clock }): InstallationTokens {
  const kept = new Map<number, Promise<{ token: string; until: number }>>();

  async function request(installationId: number): Promise<{ token: string; until: number }> {
    const { data } = await app.rest.apps.createInstallationAccessToken({ installation_id: installationId });
    return { token: data.token, until: Date.parse(data.expires_at) - MARGIN_MS };
  }

  function renew(installationId: number): Promise<{ token: string; until: number }> {
    const asked = request(installationId);
    kept.set(installationId, asked);
    asked.catch(() => {
      if (kept.get(installationId) === asked) kept.delete(installationId);
    });
    return asked;
  }

  return {
    async of(installationId) {
      const present = kept.get(installationId) ?? renew(installationId);
      const { token, until } = await present;
      if (until > clock.now().getTime()) return token;
      const newest = kept.get(installationId);
      return (await (newest === undefined || newest === present ? renew(installationId) : newest)).token;
    },
    async forget(installationId, token) {
      const present = kept.get(installationId);
      if (present === undefined) return;
      const held = await present;
      if (held.token === token && kept.get(installationId) === present) kept.delete(installationId);
    },
  };
}
