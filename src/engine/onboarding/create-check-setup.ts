import type { Perform } from '#domain/run/perform.ts';
import type { Run } from '#domain/run/run.ts';
import { VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import { openSetup, type OpenSetupDependencies } from '#engine/onboarding/open-setup.ts';
import { firstCommit, renderSetupDone, renderSetupNotice } from '#wording/onboarding/render-setup.ts';
import type { Actions } from '#ports/github/actions.ts';
import type { Conversation } from '#ports/github/conversation.ts';

export interface CheckSetupDependencies extends OpenSetupDependencies {
  readonly actions: Actions;
  readonly conversation: Conversation;
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
    const pullRequest = await openFor(deps, run);
    await notify(deps, run, renderSetupNotice(pullRequest, isWaiting(run)));
    return { type: 'setup-checked', ready: false, pullRequest };
  };
}

async function openFor(deps: CheckSetupDependencies, run: Run): Promise<number> {
  const { repository, issue } = run;
  const date = new Date(run.startedAt ?? '2026-01-01T00:00:00Z');
  const head = await deps.sourceTree.headOf(repository, repository.defaultBranch);
  const parent =
    head ?? (await deps.sourceTree.commit(repository, { parent: null, ...firstCommit(repository.name), date }));
  return openSetup(deps, { repository, parent, date, issue: isWaiting(run) ? issue.number : null });
}

/** Whether a run goes on once the pull request is merged; else somebody only asked for it. */
function isWaiting({ stage }: Run): boolean {
  return stage !== 'idle' && stage !== 'done' && stage !== 'cancelled';
}

async function notify({ conversation }: CheckSetupDependencies, run: Run, body: string): Promise<void> {
  await conversation.upsertComment(run.repository, run.issue.number, `setup-${run.generation}`, body);
}
