import { checkBody } from '#local/github/actions/change-comment.ts';
import { notFound } from '#local/github/http/github-error.ts';
import { reviewCommentEvent, reviewEvent, reviewThreadEvent } from '#local/github/payloads/pull-request-events.ts';
import type { PullIssue } from '#local/github/state/issue.ts';
import type { Review, ReviewComment, ReviewThread } from '#local/github/state/pull-request.ts';
import type { Repository } from '#local/github/state/repository.ts';
import { nextId } from '#local/github/state/state.ts';
import type { Actor, User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

interface PullPlace {
  readonly repository: Repository;
  readonly issue: PullIssue;
}

/** Answers in a conversation on a line; GitHub makes a review of its own for it. */
export function replyInThread(
  world: World,
  { repository, issue }: PullPlace,
  author: Actor,
  wanted: { to: number; body: string },
): ReviewComment {
  checkBody(wanted.body, 'PullRequestReviewComment');
  const parent = issue.pull.reviewComments.find((comment) => comment.id === wanted.to);
  if (!parent) throw notFound();
  const now = world.now();
  const commitId = issue.pull.headSha;
  const review: Review = {
    id: nextId(world.state),
    author,
    body: '',
    state: 'COMMENTED',
    commitId,
    submittedAt: now,
    reactions: [],
  };
  const reply: ReviewComment = {
    ...parent,
    id: nextId(world.state),
    reviewId: review.id,
    inReplyTo: parent.inReplyTo ?? parent.id,
    author,
    body: wanted.body,
    createdAt: now,
    updatedAt: now,
    reactions: [],
  };
  issue.pull.reviews.push(review);
  issue.pull.reviewComments.push(reply);
  issue.updatedAt = now;
  const sender = author.user;
  world.emit(reviewEvent(world, { repository, issue, sender, review }));
  world.emit(reviewCommentEvent(world, { repository, issue, sender, comment: reply, action: 'created' }));
  return reply;
}

/** Resolves a conversation, or opens it again; nothing when it stands so already. */
export function setThreadResolved(
  world: World,
  { repository, issue }: PullPlace,
  sender: User,
  change: { thread: ReviewThread; resolved: boolean },
): void {
  const { thread, resolved } = change;
  if ((thread.resolvedBy !== null) === resolved) return;
  thread.resolvedBy = resolved ? sender.login : null;
  world.emit(reviewThreadEvent(world, { repository, issue, sender, thread }));
}
