import { z } from 'zod';
import { commandEvents } from '#app/command-events.ts';
import { defineHandler } from '#app/delivery.ts';
import { isAutomation, originFields, repositoryOf } from '#app/payload/origin.ts';
import { PullRequest } from '#app/payload/pull-request.ts';

const ReviewPayload = z.object({
  ...originFields,
  pull_request: PullRequest,
  review: z.object({
    id: z.number().int().positive(),
    node_id: z.string(),
    state: z.string(),
    body: z.string().nullish(),
    commit_id: z.string().nullish(),
  }),
});

const Verdict = z
  .string()
  .transform((state) => state.toLowerCase().replaceAll('_', '-'))
  .pipe(z.enum(['approved', 'changes-requested', 'commented']));

/** Submitted reviews on a run's pull request: the verdict, and the commands of the review's text. */
export const handlePullRequestReview = defineHandler(
  'pull_request_review',
  ReviewPayload,
  async (payload, delivery, app) => {
    const { action, review, pull_request: pull, sender } = payload;
    if (action !== 'submitted' || app.isOwnApp(sender) || isAutomation(sender)) return [];
    const repository = repositoryOf(payload);
    const run = await app.runStore.find({ repository, pullRequest: pull.number });
    const verdict = Verdict.safeParse(review.state);
    if (run === null || !verdict.success) return [];
    const facts = { repository, sender: sender.login };
    const commands = commandEvents({
      ...facts,
      delivery: delivery.id,
      runId: run.id,
      issue: run.issue,
      place: { kind: 'review', number: pull.number, commentId: review.id, nodeId: review.node_id },
      text: review.body ?? '',
      planHash: run.plan?.hash ?? null,
    });
    const headSha = review.commit_id ?? pull.head.sha;
    const event = { type: 'review-submitted', ...facts, verdict: verdict.data, headSha, reviewId: review.id } as const;
    return [...commands, { runId: run.id, key: `${delivery.id}/verdict`, event }];
  },
);
