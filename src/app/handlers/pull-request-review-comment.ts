import { z } from 'zod';
import { commandEvents } from '#app/command-events.ts';
import { defineHandler } from '#app/delivery.ts';
import { isAutomation, originFields, repositoryOf } from '#app/payload/origin.ts';
import { PullRequest } from '#app/payload/pull-request.ts';

const ReviewCommentPayload = z.object({
  ...originFields,
  pull_request: PullRequest,
  comment: z.object({
    id: z.number(),
    body: z.string(),
    /** The thread's first comment, on every answer in it. */
    in_reply_to_id: z.number().nullish(),
  }),
});

/** Commands in review threads. */
export const handlePullRequestReviewComment = defineHandler(
  'pull_request_review_comment',
  ReviewCommentPayload,
  async (payload, delivery, app) => {
    const { action, comment, pull_request: pull, sender } = payload;
    if (action !== 'created' || app.isOwnApp(sender) || isAutomation(sender)) return [];
    const repository = repositoryOf(payload);
    const run = await app.runStore.find({ repository, pullRequest: pull.number });
    if (run === null) return [];
    const rootId = comment.in_reply_to_id ?? comment.id;
    return commandEvents({
      delivery: delivery.id,
      runId: run.id,
      repository,
      sender: sender.login,
      issue: run.issue,
      place: { kind: 'thread', number: pull.number, commentId: comment.id, rootId },
      text: comment.body,
      planHash: run.plan?.hash ?? null,
    });
  },
);
