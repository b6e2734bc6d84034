import type { PullRequests } from '#ports/github/pull-requests.ts';
import type { GitHubContext } from '#adapters/github/client/github-context.ts';
import { createOnceAtATime } from '#adapters/github/client/once-at-a-time.ts';
import { listRemarks } from '#adapters/github/pull-requests/list-remarks.ts';
import { openPullRequest } from '#adapters/github/pull-requests/open-pull-request.ts';
import { postReview } from '#adapters/github/pull-requests/post-review.ts';
import { resolveThread } from '#adapters/github/pull-requests/resolve-thread.ts';
import { updatePullRequest } from '#adapters/github/pull-requests/update-pull-request.ts';

/** Pull requests and their reviews over Octokit. */
export function createPullRequests(context: GitHubContext): PullRequests {
  const onceAtATime = createOnceAtATime();
  return {
    open: (repository, request) =>
      onceAtATime(`${repository.owner}/${repository.name}:${request.head}`, () =>
        openPullRequest(context, repository, request),
      ),
    update: (repository, number, change) => updatePullRequest(context, repository, number, change),
    review: (repository, number, request) =>
      onceAtATime(`${repository.owner}/${repository.name}#${number}`, () =>
        postReview(context, repository, number, request),
      ),
    remarks: (repository, number) => listRemarks(context, repository, number),
    resolveThread: (repository, number, rootId) => resolveThread(context, repository, number, rootId),
  };
}
