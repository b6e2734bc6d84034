import { z } from 'zod';
import { defineHandler } from '#app/delivery.ts';
import { findRun } from '#app/find-run.ts';
import type { RunEvent } from '#domain/run/event.ts';
import { Issue, labelsOf, specIssueOf } from '#app/payload/issue.ts';
import { isAutomation, originFields, repositoryOf } from '#app/payload/origin.ts';

const IssuesPayload = z.object({
  ...originFields,
  issue: Issue,
  label: z.object({ name: z.string() }).nullish(),
  changes: z.object({ title: z.unknown(), body: z.unknown() }).partial().nullish(),
});
type IssuesPayload = z.infer<typeof IssuesPayload>;

/**
 * Issues that are labelled, edited, unlabelled, closed, moved away. Which label marks a spec stands in the repository's
 * settings, and a handler asks GitHub nothing: every label is handed on.
 */
export const handleIssues = defineHandler('issues', IssuesPayload, async (payload, delivery, app) => {
  const { sender, issue } = payload;
  if (app.isOwnApp(sender) || isAutomation(sender)) return [];
  const { runId, run } = await findRun(app, repositoryOf(payload), issue.number);
  const event = labelling(payload) ?? happening(payload, run !== null);
  return event === null ? [] : [{ runId, key: `${delivery.id}/0`, event }];
});

/** The only event that may begin a run. */
function labelling(payload: IssuesPayload): RunEvent | null {
  const { action, issue, label, sender } = payload;
  const added = action === 'labeled' ? [label?.name ?? ''] : labelsOf(issue);
  const labels = added.filter((name) => name !== '');
  if (!['labeled', 'opened', 'reopened'].includes(action) || labels.length === 0) return null;
  const facts = { repository: repositoryOf(payload), sender: sender.login };
  return { type: 'issue-labelled', ...facts, issue: specIssueOf(issue), labels };
}

/** Something that concerns a run, where the issue has one; edits count from the label on, before the run is written. */
function happening(payload: IssuesPayload, hasRun: boolean): RunEvent | null {
  const { action, issue, label, changes, sender } = payload;
  const facts = { repository: repositoryOf(payload), sender: sender.login };
  const edited = action === 'edited' && (changes?.title !== undefined || changes?.body !== undefined);
  if (edited && labelsOf(issue).length > 0) return { type: 'spec-edited', ...facts, issue: specIssueOf(issue) };
  if (!hasRun) return null;
  switch (action) {
    case 'edited':
      return edited ? { type: 'spec-edited', ...facts, issue: specIssueOf(issue) } : null;
    case 'unlabeled':
      return { type: 'spec-unlabelled', ...facts, label: label?.name ?? '' };
    case 'closed':
      return { type: 'issue-closed', ...facts };
    case 'deleted':
    case 'transferred':
      return { type: 'issue-gone', ...facts, how: action };
    default:
      return null;
  }
}
