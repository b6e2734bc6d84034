import { z } from 'zod';
import { SETUP_BRANCH } from '#domain/run/validation-run.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Repository } from '#domain/run/repository.ts';
import { defineHandler, type AppDependencies, type Delivery, type Submission } from '#app/delivery.ts';
import { originFields, repositoryOf } from '#app/payload/origin.ts';
import { PullRequest } from '#app/payload/pull-request.ts';

const PullRequestPayload = z.object({
  ...originFields,
  pull_request: PullRequest,
  before: z.string().nullish(),
  after: z.string().nullish(),
});
type PullRequestPayload = z.infer<typeof PullRequestPayload>;

/** Pull requests of runs: closed, merged or opened again, pushed to by people. And the setup pull request, merged. */
export const handlePullRequest = defineHandler('pull_request', PullRequestPayload, async (payload, delivery, app) => {
  if (app.isOwnApp(payload.sender)) return [];
  const repository = repositoryOf(payload);
  const by = { repository, sender: payload.sender.login };
  const { pull_request } = payload;
  const tell = (event: RunEvent): Promise<readonly Submission[]> =>
    tellRun(event, { pull_request, repository }, delivery, app);
  switch (payload.action) {
    case 'closed':
      return isSetup(payload)
        ? readSetup(repository, payload, delivery, app)
        : tell({ type: 'pull-request-closed', ...by, merged: pull_request.merged === true });
    case 'reopened':
      return tell({ type: 'pull-request-reopened', ...by });
    case 'synchronize': {
      const push = readPush(payload, by);
      return push === null ? [] : tell(push);
    }
    default:
      return [];
  }
});

/** What happened to a pull request, for the run that it belongs to. */
async function tellRun(
  event: RunEvent,
  { pull_request: pull, repository }: { readonly pull_request: PullRequest; readonly repository: Repository },
  delivery: Delivery,
  app: AppDependencies,
): Promise<readonly Submission[]> {
  const run = await app.runStore.find({ repository, pullRequest: pull.number });
  return run === null ? [] : [{ runId: run.id, key: `${delivery.id}/0`, event }];
}

function readPush(
  { before, after }: PullRequestPayload,
  by: { repository: Repository; sender: string },
): RunEvent | null {
  if (typeof before !== 'string' || typeof after !== 'string') return null;
  return { type: 'branch-pushed', ...by, before, after };
}

/** The branch must be the repository's own: anybody can name a branch of a fork like that. */
function isSetup({ pull_request: pull, repository }: PullRequestPayload): boolean {
  return pull.head.ref === SETUP_BRANCH && pull.head.repo?.full_name === `${repository.owner.login}/${repository.name}`;
}

/** Told to every run of the repository; those that wait for the setup go on. */
async function readSetup(
  repository: Repository,
  { pull_request: pull }: PullRequestPayload,
  delivery: Delivery,
  app: AppDependencies,
): Promise<readonly Submission[]> {
  if (pull.merged !== true || (pull.base !== undefined && pull.base.ref !== repository.defaultBranch)) return [];
  const waiting = await app.runStore.unfinishedOf({ repository });
  return waiting.map((runId) => ({
    runId,
    key: `${delivery.id}/${runId}`,
    event: { type: 'onboarding-merged', repository },
  }));
}
