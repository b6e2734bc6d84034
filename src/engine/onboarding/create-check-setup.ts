import type { Perform } from '#domain/run/perform.ts';
import type { Run } from '#domain/run/run.ts';
import { SETUP_BRANCH, VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import { prepareSetupBranch } from '#engine/onboarding/prepare-setup-branch.ts';
import {
  firstCommit,
  renderSetupBody,
  renderSetupDone,
  renderSetupNotice,
  SETUP_TITLE,
} from '#wording/onboarding/render-setup.ts';
import type { Actions } from '#ports/github/actions.ts';
import type { Conversation } from '#ports/github/conversation.ts';
import type { PullRequests } from '#ports/github/pull-requests.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export interface CheckSetupDependencies {
  readonly actions: Actions;
  readonly sourceTree: SourceTree;
  readonly pullRequests: PullRequests;
  readonly conversation: Conversation;
  /** The text of the validation workflow. */
  readonly renderWorkflow: () => string;
}

/**
 * Looks whether the validation workflow stands on the default branch. If not, opens the pull request that adds it (or finds
 * it) and says so on the issue. An empty repository gets a first commit, since a pull request needs one to stand on.
 */
export function createCheckSetup(deps: CheckSetupDependencies): Perform<'check-setup'> {
  return async (run, { asked }) => {
    const { repository, onboardingPullRequest: waiting } = run;
    if ((await deps.actions.readWorkflow(repository, VALIDATION_WORKFLOW)) !== null) {
      if (waiting !== null || asked) await notify(deps, run, renderSetupDone(waiting));
      return { type: 'setup-checked', ready: true, pullRequest: waiting };
    }
    const pullRequest = await openSetup(deps, run);
    await notify(deps, run, renderSetupNotice(pullRequest, isWaiting(run)));
    return { type: 'setup-checked', ready: false, pullRequest };
  };
}

async function openSetup(deps: CheckSetupDependencies, run: Run): Promise<number> {
  const { repository, issue } = run;
  const base = repository.defaultBranch;
  const date = new Date(run.startedAt ?? '2026-01-01T00:00:00Z');
  const head = await deps.sourceTree.headOf(repository, base);
  const parent =
    head ?? (await deps.sourceTree.commit(repository, { parent: null, ...firstCommit(repository.name), date }));
  const { withSettings } = await prepareSetupBranch(deps.sourceTree, {
    repository,
    branch: SETUP_BRANCH,
    parent,
    workflow: deps.renderWorkflow(),
    date,
  });
  const body = renderSetupBody(isWaiting(run) ? issue.number : null, withSettings);
  return deps.pullRequests.open(repository, { head: SETUP_BRANCH, base, title: SETUP_TITLE, body, draft: false });
}

/** Whether a run goes on once the pull request is merged; else somebody only asked for it. */
function isWaiting({ stage }: Run): boolean {
  return stage !== 'idle' && stage !== 'done' && stage !== 'cancelled';
}

async function notify({ conversation }: CheckSetupDependencies, run: Run, body: string): Promise<void> {
  await conversation.upsertComment(run.repository, run.issue.number, `setup-${run.generation}`, body);
}
