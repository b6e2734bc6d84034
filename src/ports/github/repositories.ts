import type { Repository } from '#domain/run/repository.ts';
import type { RepositoryName } from '#domain/setup/repository-setup.ts';

/** A repository as GitHub describes it now. */
export interface RepositoryFacts {
  readonly repository: Repository;
  readonly archived: boolean;
  /** By GitHub. */
  readonly disabled: boolean;
  readonly fork: boolean;
}

export interface LastPullRequest {
  readonly number: number;
  readonly open: boolean;
}

/** What a repository is, for work that belongs to no run. */
export interface Repositories {
  /** Null when there is none, or this installation may not see it. */
  describe(installationId: number, name: RepositoryName): Promise<RepositoryFacts | null>;
  /** The newest pull request from a branch of the repository itself, whatever became of it; null when there never was one. */
  lastPullRequest(repository: Repository, head: string): Promise<LastPullRequest | null>;
}
