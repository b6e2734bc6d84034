import { z } from 'zod';
import { defineHandler } from '#app/delivery.ts';
import { isAutomation, originFields, repositoryOf } from '#app/payload/origin.ts';
import { PullRequest } from '#app/payload/pull-request.ts';

const ReviewThreadPayload = z.object({
  ...originFields,
  pull_request: PullRequest,
  thread: z.object({
    comments: z.array(z.object({ id: z.number(), in_reply_to_id: z.number().nullish() })).min(1),
  }),
});

/** A person resolved a review thread: its atom is accepted as it is. */
export const handlePullRequestReviewThread = defineHandler(
  'pull_request_review_thread',
  ReviewThreadPayload,
  async (payload, delivery, app) => {
    const { action, thread, pull_request: pull, sender } = payload;
    if (action !== 'resolved' || app.isOwnApp(sender) || isAutomation(sender)) return [];
    const repository = repositoryOf(payload);
    const run = await app.runStore.find({ repository, pullRequest: pull.number });
    const [first] = thread.comments;
    if (run === null || first === undefined) return [];
    const rootId = first.in_reply_to_id ?? first.id;
    const event = { type: 'thread-resolved', repository, sender: sender.login, rootId } as const;
    return [{ runId: run.id, key: `${delivery.id}/0`, event }];
  },
);
