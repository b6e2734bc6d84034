import { readBoxes, type PlanBoxes } from '#domain/plan/read-boxes.ts';
import type { AppDependencies, Delivery, Submission } from '#app/delivery.ts';
import { findRun } from '#app/find-run.ts';
import { isPullRequest } from '#app/payload/issue.ts';
import type { IssueCommentPayload } from '#app/payload/issue-comment.ts';
import { repositoryOf } from '#app/payload/origin.ts';

/** The boxes of MGE's own plan comment, when a person ticked or unticked some. */
export async function readEditedPlan(
  payload: IssueCommentPayload,
  delivery: Delivery,
  app: AppDependencies,
): Promise<readonly Submission[]> {
  const { comment, issue, changes, sender } = payload;
  // In anybody else's comment, boxes are only text.
  if (!app.isOwnApp({ appId: comment.performed_via_github_app?.id, login: comment.user?.login })) return [];
  const boxes = readBoxes(comment.body ?? '');
  if (boxes === null || isPullRequest(issue)) return [];
  const before = readBoxes(changes?.body?.from ?? '');
  if (before !== null && areSame(boxes, before)) return [];
  const repository = repositoryOf(payload);
  const { runId, run } = await findRun(app, repository, issue.number);
  if (run === null) return [];
  return [
    {
      runId,
      key: `${delivery.id}/0`,
      event: {
        type: 'plan-edited',
        repository,
        sender: sender.login,
        planHash: boxes.planHash,
        ticked: boxes.ticked.filter((id) => before?.ticked.includes(id) !== true),
        unticked: boxes.unticked.filter((id) => before?.unticked.includes(id) !== true),
        shownTicked: [...boxes.ticked],
        shownUnticked: [...boxes.unticked],
        // Only who ticks the box approves, not who edits something else after that.
        approved: boxes.approved && before?.approved !== true,
        commentId: comment.id,
      },
    },
  ];
}

function areSame(one: PlanBoxes, other: PlanBoxes): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
