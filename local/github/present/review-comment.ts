import type { JsonObject } from '#local/github/json.ts';
import { associationOf } from '#local/github/present/association.ts';
import { pageUrl, repositoryApiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { presentReactionCounts } from '#local/github/present/reaction.ts';
import { presentUser } from '#local/github/present/user.ts';
import type { PullIssue } from '#local/github/state/issue.ts';
import type { ReviewComment } from '#local/github/state/pull-request.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

/** REST leaves out the place that a comment has no more (or never had, on a whole file); webhooks say null. */
function placeOf(comment: ReviewComment): JsonObject {
  const position = comment.subject === 'line' && comment.line === null ? null : comment.position;
  const place = { position, line: comment.line, original_line: comment.originalLine };
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== null));
}

/** A line comment as `pull-request-review-comment`. */
export function presentReviewComment(
  world: World,
  repository: Repository,
  issue: PullIssue,
  comment: ReviewComment,
): JsonObject {
  const url = repositoryApiUrl(world, repository, `/pulls/comments/${comment.id}`);
  const page = `${pageUrl(world, repository, `/pull/${issue.number}`)}#discussion_r${comment.id}`;
  const pullUrl = repositoryApiUrl(world, repository, `/pulls/${issue.number}`);
  return {
    id: comment.id,
    node_id: nodeId('PullRequestReviewComment', comment.id),
    url,
    html_url: page,
    pull_request_url: pullUrl,
    pull_request_review_id: comment.reviewId,
    diff_hunk: comment.diffHunk,
    path: comment.path,
    ...placeOf(comment),
    original_position: comment.position,
    start_line: comment.startLine,
    original_start_line: comment.startLine,
    side: comment.side,
    start_side: comment.startLine === null ? null : comment.side,
    subject_type: comment.subject,
    commit_id: comment.commitId,
    original_commit_id: comment.originalCommitId,
    ...(comment.inReplyTo === null ? {} : { in_reply_to_id: comment.inReplyTo }),
    user: presentUser(world, comment.author.user),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: associationOf(repository, comment.author.user),
    _links: { self: { href: url }, html: { href: page }, pull_request: { href: pullUrl } },
    reactions: presentReactionCounts(url, comment.reactions),
  };
}
