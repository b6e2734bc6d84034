import { SETUP_BRANCH, VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import type { AskedSetup, SetupOutcome } from '#domain/setup/repository-setup.ts';
import { openSetup, type OpenSetupDependencies } from '#engine/onboarding/open-setup.ts';
import type { Actions } from '#ports/github/actions.ts';
import type { Repositories, RepositoryFacts } from '#ports/github/repositories.ts';

export interface OfferSetupDependencies extends OpenSetupDependencies {
  readonly actions: Actions;
  readonly repositories: Repositories;
}

/**
 * Looks at a repository that MGE was installed on, and opens the pull request that it lacks. What GitHub shows decides, so a
 * second look does nothing: not where the workflow stands, and not where there ever was a pull request of the setup branch.
 */
export function createOfferSetup(deps: OfferSetupDependencies): (asked: AskedSetup) => Promise<SetupOutcome> {
  return async (asked) => {
    const facts = await deps.repositories.describe(asked.installationId, asked);
    if (facts === null) return { kind: 'skipped', why: 'gone' };
    const obstacle = obstacleIn(facts);
    if (obstacle !== null) return { kind: 'skipped', why: obstacle };
    const { repository } = facts;
    const parent = await deps.sourceTree.headOf(repository, repository.defaultBranch);
    if (parent === null) return { kind: 'skipped', why: 'empty' };
    if ((await deps.actions.readWorkflow(repository, VALIDATION_WORKFLOW)) !== null) return { kind: 'ready' };
    const last = await deps.repositories.lastPullRequest(repository, SETUP_BRANCH);
    if (last !== null) return { kind: last.open ? 'open' : 'declined', pullRequest: last.number };
    const pullRequest = await openSetup(deps, { repository, parent, date: asked.askedAt, issue: null });
    return { kind: 'opened', pullRequest };
  };
}

function obstacleIn({ archived, disabled, fork }: RepositoryFacts): 'archived' | 'disabled' | 'fork' | null {
  if (archived) return 'archived';
  if (disabled) return 'disabled';
  return fork ? 'fork' : null;
}
