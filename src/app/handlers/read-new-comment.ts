import { commandEvents } from '#app/command-events.ts';
import type { AppDependencies, Delivery, Submission } from '#app/delivery.ts';
import { findRun } from '#app/find-run.ts';
import { isPullRequest, specIssueOf } from '#app/payload/issue.ts';
import type { IssueCommentPayload } from '#app/payload/issue-comment.ts';
import { repositoryOf } from '#app/payload/origin.ts';

/** Commands of a new comment; without any, on a spec issue, the text itself (it may answer questions). */
export async function readNewComment(
  payload: IssueCommentPayload,
  delivery: Delivery,
  app: AppDependencies,
): Promise<readonly Submission[]> {
  const { comment, issue } = payload;
  // An app wrote it, MGE itself or another one with a person's token: apps never steer a run.
  if ((comment.performed_via_github_app ?? null) !== null) return [];
  return isPullRequest(issue) ? onPullRequest(payload, delivery, app) : onIssue(payload, delivery, app);
}

async function onIssue(
  payload: IssueCommentPayload,
  delivery: Delivery,
  app: AppDependencies,
): Promise<readonly Submission[]> {
  const { comment, issue, sender } = payload;
  const repository = repositoryOf(payload);
  const { runId, run } = await findRun(app, repository, issue.number);
  const place = { kind: 'issue', number: issue.number, commentId: comment.id } as const;
  const text = comment.body ?? '';
  const facts = { repository, sender: sender.login, place, text };
  const planHash = run?.plan?.hash ?? null;
  const commands = commandEvents({ ...facts, delivery: delivery.id, runId, issue: specIssueOf(issue), planHash });
  if (commands.length > 0) return commands;
  return run === null ? [] : [{ runId, key: `${delivery.id}/0`, event: { type: 'replied', ...facts } }];
}

async function onPullRequest(
  payload: IssueCommentPayload,
  delivery: Delivery,
  app: AppDependencies,
): Promise<readonly Submission[]> {
  const { comment, issue, sender } = payload;
  const repository = repositoryOf(payload);
  const run = await app.runStore.find({ repository, pullRequest: issue.number });
  if (run === null) return [];
  return commandEvents({
    delivery: delivery.id,
    runId: run.id,
    repository,
    sender: sender.login,
    issue: run.issue,
    place: { kind: 'pull-request', number: issue.number, commentId: comment.id },
    text: comment.body ?? '',
    planHash: run.plan?.hash ?? null,
  });
}
