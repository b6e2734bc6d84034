import { checkBody } from '#local/github/actions/change-comment.ts';
import { createLineComment, placeComments, type LineComment } from '#local/github/actions/line-comment.ts';
import { GitHubError, unprocessable } from '#local/github/http/github-error.ts';
import { reviewCommentEvent, reviewEvent } from '#local/github/payloads/pull-request-events.ts';
import type { PullIssue } from '#local/github/state/issue.ts';
import type { Review, ReviewState } from '#local/github/state/pull-request.ts';
import type { Repository } from '#local/github/state/repository.ts';
import { nextId } from '#local/github/state/state.ts';
import type { Actor } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

export interface NewReview {
  readonly event?: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT' | undefined;
  readonly body?: string | undefined;
  readonly commit_id?: string | undefined;
  readonly comments?: readonly LineComment[] | undefined;
}

const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

function checkReview(issue: PullIssue, author: Actor, wanted: NewReview): void {
  if (wanted.event === undefined || wanted.event === 'COMMENT') {
    const said = (wanted.body ?? '') !== '' || (wanted.comments ?? []).length > 0;
    if (wanted.event !== undefined && !said) throw unprocessable('Review Can not be empty');
    return;
  }
  const what = wanted.event === 'APPROVE' ? 'approve' : 'request changes on';
  if (issue.author.user.id === author.user.id) {
    throw new GitHubError(422, 'Unprocessable Entity', { errors: [`Can not ${what} your own pull request`] });
  }
  if (wanted.event === 'REQUEST_CHANGES' && !wanted.body) throw unprocessable('Body is required to request changes');
}

/** Makes a review with its line comments in one go: either all of it or (422) nothing. */
export async function submitReview(
  world: World,
  { repository, issue }: { readonly repository: Repository; readonly issue: PullIssue },
  author: Actor,
  wanted: NewReview,
): Promise<Review> {
  checkReview(issue, author, wanted);
  for (const comment of wanted.comments ?? []) checkBody(comment.body, 'PullRequestReviewComment');
  const commitId = wanted.commit_id ?? issue.pull.headSha;
  const placed = await placeComments(world.gitDirOf(repository), issue, commitId, wanted.comments ?? []);
  const state: ReviewState = wanted.event ? states[wanted.event] : 'PENDING';
  const submittedAt = wanted.event ? world.now() : null;
  const id = nextId(world.state);
  const review: Review = { id, author, body: wanted.body ?? '', state, commitId, submittedAt, reactions: [] };
  issue.pull.reviews.push(review);
  const comments = placed.map((part) => createLineComment(world, review, part));
  issue.pull.reviewComments.push(...comments);
  issue.pull.threads.push(...comments.map(({ id }) => ({ id: nextId(world.state), rootId: id, resolvedBy: null })));
  issue.updatedAt = world.now();
  if (state !== 'PENDING') tellReview(world, { repository, issue }, review);
  return review;
}

/** Tells of a review that has been handed in, and of each of its comments. */
export function tellReview(
  world: World,
  { repository, issue }: { readonly repository: Repository; readonly issue: PullIssue },
  review: Review,
): void {
  const sender = review.author.user;
  world.emit(reviewEvent(world, { repository, issue, sender, review }));
  for (const comment of issue.pull.reviewComments.filter(({ reviewId }) => reviewId === review.id)) {
    world.emit(reviewCommentEvent(world, { repository, issue, sender, comment, action: 'created' }));
  }
}
