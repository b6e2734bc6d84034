import type { JsonObject } from '#local/github/json.ts';
import { associationOf } from '#local/github/present/association.ts';
import { pageUrl, repositoryApiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { presentUser } from '#local/github/present/user.ts';
import type { PullIssue } from '#local/github/state/issue.ts';
import type { Review } from '#local/github/state/pull-request.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

/** A review as `pull-request-review`. */
export function presentReview(world: World, repository: Repository, issue: PullIssue, review: Review): JsonObject {
  const page = `${pageUrl(world, repository, `/pull/${issue.number}`)}#pullrequestreview-${review.id}`;
  const pullUrl = repositoryApiUrl(world, repository, `/pulls/${issue.number}`);
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: presentUser(world, review.author.user),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: pullUrl,
    author_association: associationOf(repository, review.author.user),
    _links: { html: { href: page }, pull_request: { href: pullUrl } },
    submitted_at: review.submittedAt ?? undefined,
    commit_id: review.commitId,
  };
}
