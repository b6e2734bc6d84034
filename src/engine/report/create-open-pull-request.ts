import { requireBuild } from '#domain/build/require-build.ts';
import type { Perform } from '#domain/run/perform.ts';
import { pullRequestTitle, renderPullRequest } from '#wording/report/render-pull-request.ts';
import type { PullRequests } from '#ports/github/pull-requests.ts';

/** Opens the draft pull request of a run's branch, or finds it. */
export function createOpenPullRequest({ pullRequests }: { pullRequests: PullRequests }): Perform<'open-pull-request'> {
  return async (run) => {
    const number = await pullRequests.open(run.repository, {
      head: requireBuild(run).branch,
      base: run.repository.defaultBranch,
      title: pullRequestTitle(run),
      body: renderPullRequest(run, null),
      draft: true,
    });
    return { type: 'pull-request-opened', number };
  };
}
