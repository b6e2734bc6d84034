import { z } from 'zod';
import { submitReview, tellReview } from '#local/github/actions/submit-review.ts';
import { notFound, unprocessable } from '#local/github/http/github-error.ts';
import { listReply } from '#local/github/http/paginate.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import { numberParam, readBody, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import { presentReview } from '#local/github/present/review.ts';
import { presentReviewComment } from '#local/github/present/review-comment.ts';
import { findPull } from '#local/github/state/find-issue.ts';
import type { Review } from '#local/github/state/pull-request.ts';

const path = '/pulls/{pull_number}/reviews';
const eventSchema = z.enum(['APPROVE', 'REQUEST_CHANGES', 'COMMENT']);
const commentSchema = z.object({
  path: z.string(),
  line: z.number(),
  side: z.enum(['LEFT', 'RIGHT']).optional(),
  start_line: z.number().optional(),
  body: z.string(),
});
const newSchema = z.object({
  event: eventSchema.optional(),
  body: z.string().optional(),
  commit_id: z.string().optional(),
  comments: z.array(commentSchema).optional(),
});
const submitSchema = z.object({ event: eventSchema, body: z.string().optional() });
const states = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

const findIssue = (call: RepositoryCall) => findPull(call.repository, numberParam(call, 'pull_number'));

function findReview(call: RepositoryCall): Review {
  const id = numberParam(call, 'review_id');
  const review = findIssue(call).pull.reviews.find((known) => known.id === id);
  if (!review) throw notFound();
  return review;
}

function present(call: RepositoryCall, review: Review) {
  return presentReview(call.world, call.repository, findIssue(call), review);
}

function listReviews(call: RepositoryCall): Reply {
  return listReply(call, `/repos/{owner}/{repo}${path}`, findIssue(call).pull.reviews, (review) =>
    present(call, review),
  );
}

async function createReview(call: RepositoryCall): Promise<Reply> {
  const place = { repository: call.repository, issue: findIssue(call) };
  const review = await submitReview(call.world, place, call.actor, readBody(newSchema, call));
  return { status: 200, body: present(call, review) };
}

function submitPending(call: RepositoryCall): Reply {
  const review = findReview(call);
  const { event, body } = readBody(submitSchema, call);
  if (review.state !== 'PENDING') throw unprocessable('Can not submit a review that is not pending');
  review.state = states[event];
  review.body = body ?? review.body;
  review.submittedAt = call.world.now();
  tellReview(call.world, { repository: call.repository, issue: findIssue(call) }, review);
  return { status: 200, body: present(call, review) };
}

function listReviewComments(call: RepositoryCall): Reply {
  const issue = findIssue(call);
  const review = findReview(call);
  const all = issue.pull.reviewComments.filter((comment) => comment.reviewId === review.id);
  return listReply(call, `/repos/{owner}/{repo}${path}/{review_id}/comments`, all, (comment) =>
    presentReviewComment(call.world, call.repository, issue, comment),
  );
}

export const reviewRoutes = [
  repositoryRoute('get', path, 'pull_requests:read', listReviews),
  repositoryRoute('post', path, 'pull_requests:write', createReview),
  repositoryRoute('get', `${path}/{review_id}`, 'pull_requests:read', (call) => ({
    status: 200,
    body: present(call, findReview(call)),
  })),
  repositoryRoute('post', `${path}/{review_id}/events`, 'pull_requests:write', submitPending),
  repositoryRoute('get', `${path}/{review_id}/comments`, 'pull_requests:read', listReviewComments),
];
