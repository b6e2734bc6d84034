import type { JsonObject } from '#local/github/json.ts';
import { presentPull } from '#local/github/present/full-pull-request.ts';
import { presentPullSimple } from '#local/github/present/pull-request.ts';
import { presentReview } from '#local/github/present/review.ts';
import { presentReviewComment } from '#local/github/present/review-comment.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import type { PullIssue } from '#local/github/state/issue.ts';
import type { Review, ReviewComment, ReviewThread } from '#local/github/state/pull-request.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { User } from '#local/github/state/user.ts';
import type { WebhookEvent, World } from '#local/github/world.ts';

type PullAction =
  | 'opened'
  | 'closed'
  | 'reopened'
  | 'synchronize'
  | 'edited'
  | 'ready_for_review'
  | 'converted_to_draft'
  | 'labeled'
  | 'unlabeled';

interface PullSubject {
  readonly repository: Repository;
  readonly issue: PullIssue;
  readonly sender: User;
}

/** `pull_request`: something happened to a pull request. */
export function pullRequestEvent(
  world: World,
  {
    repository,
    issue,
    sender,
    action,
    extra = {},
  }: PullSubject & { readonly action: PullAction; readonly extra?: JsonObject },
): WebhookEvent {
  const body = { number: issue.number, pull_request: presentPull(world, repository, issue), ...extra };
  return { name: 'pull_request', action, repository, sender, body };
}

/** `pull_request_review`: a review was handed in. */
export function reviewEvent(
  world: World,
  { repository, issue, sender, review }: PullSubject & { readonly review: Review },
): WebhookEvent {
  const presented = presentReview(world, repository, issue, review);
  // webhooks write the state in small letters, REST in capitals
  const body = {
    review: { ...presented, state: review.state.toLowerCase(), updated_at: review.submittedAt },
    pull_request: presentPullSimple(world, repository, issue),
  };
  return { name: 'pull_request_review', action: 'submitted', repository, sender, body };
}

/** Webhooks say null for a place that a comment has not (REST leaves it out). */
const noPlace = { position: null, line: null, original_line: null };

/** `pull_request_review_comment`: a line comment or a reply was made, edited or deleted. */
export function reviewCommentEvent(
  world: World,
  {
    repository,
    issue,
    sender,
    comment,
    action,
    from,
  }: PullSubject & {
    readonly comment: ReviewComment;
    readonly action: 'created' | 'edited' | 'deleted';
    readonly from?: string;
  },
): WebhookEvent {
  const body = {
    ...(from === undefined ? {} : { changes: { body: { from } } }),
    comment: { ...noPlace, ...presentReviewComment(world, repository, issue, comment) },
    pull_request: presentPullSimple(world, repository, issue),
  };
  return { name: 'pull_request_review_comment', action, repository, sender, body };
}

/** `pull_request_review_thread`: a conversation was resolved or opened again. */
export function reviewThreadEvent(
  world: World,
  { repository, issue, sender, thread }: PullSubject & { readonly thread: ReviewThread },
): WebhookEvent {
  const comments = issue.pull.reviewComments
    .filter((comment) => comment.id === thread.rootId || comment.inReplyTo === thread.rootId)
    .map((comment) => ({ ...noPlace, ...presentReviewComment(world, repository, issue, comment) }));
  const body = {
    thread: { node_id: nodeId('PullRequestReviewThread', thread.id), comments },
    pull_request: presentPullSimple(world, repository, issue),
  };
  const action = thread.resolvedBy === null ? 'unresolved' : 'resolved';
  return { name: 'pull_request_review_thread', action, repository, sender, body };
}
