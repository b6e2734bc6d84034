/** A repository as the webhooks of an installation name it. */
export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

/** A repository that MGE was installed on, and that is to be looked at. */
export interface AskedSetup extends RepositoryName {
  readonly installationId: number;
  readonly askedAt: Date;
  /** Tries used up. */
  readonly tries: number;
}

/** Why a repository is left alone. */
export type SetupObstacle = 'archived' | 'disabled' | 'fork' | 'empty' | 'gone';

/**
 * What came of looking: the workflow stands on the default branch; a pull request that adds it was opened just now, or stood
 * there; people closed (or merged, and removed) one before, which is an answer; or nothing is offered there.
 */
export type SetupOutcome =
  | { readonly kind: 'ready' }
  | { readonly kind: 'opened' | 'open' | 'declined'; readonly pullRequest: number }
  | { readonly kind: 'skipped'; readonly why: SetupObstacle };
