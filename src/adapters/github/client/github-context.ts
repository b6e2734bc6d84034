import type { Repository } from '#domain/run/repository.ts';
import type { Clock } from '#ports/clock.ts';
import type { GitHubClient } from '#adapters/github/client/github-client.ts';
import type { InstallationClients } from '#adapters/github/client/create-installation-clients.ts';

/** Who MGE is on GitHub. */
export interface AppIdentity {
  readonly id: number;
  /** The login of its account is `<slug>[bot]`; people's logins cannot hold brackets. */
  readonly slug: string;
}

/** What every adapter of this folder needs. */
export interface GitHubContext {
  readonly clients: InstallationClients;
  readonly app: AppIdentity;
  readonly clock: Clock;
}

export function clientFor({ clients }: GitHubContext, repository: Repository): GitHubClient {
  return clients.of(repository.installationId);
}

/** The address parameters of a repository. */
export function locate(repository: Repository): { owner: string; repo: string } {
  return { owner: repository.owner, repo: repository.name };
}

export function botLogin(app: AppIdentity): string {
  return `${app.slug}[bot]`;
}
