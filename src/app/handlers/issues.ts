import { z } from 'zod';
import type { Repository } from '#domain/run/repository.ts';
import { defineHandler, type AppDependencies, type Delivery, type Submission } from '#app/delivery.ts';
import { isSpec, specLabelOf } from '#app/is-spec.ts';
import { hasLabel, isSameLabel, Issue, specIssueOf } from '#app/payload/issue.ts';
import { isAutomation, originFields, repositoryOf, runIdOf } from '#app/payload/origin.ts';

const IssuesPayload = z.object({
  ...originFields,
  issue: Issue,
  label: z.object({ name: z.string() }).nullish(),
  changes: z.object({ title: z.unknown(), body: z.unknown() }).partial().nullish(),
});
type IssuesPayload = z.infer<typeof IssuesPayload>;

/** Spec issues: labelled, edited, unlabelled, closed. */
export const handleIssues = defineHandler('issues', IssuesPayload, async (payload, delivery, app) => {
  const { sender, issue } = payload;
  if (app.isOwnApp(sender) || isAutomation(sender)) return [];
  const repository = repositoryOf(payload);
  const event = await eventType(app, repository, payload);
  if (event === null) return [];
  return [submissionOf(event, repository, payload, delivery, runIdOf(repository, issue.number))];
});

type IssueEvent = 'spec-labelled' | 'spec-edited' | 'spec-unlabelled' | 'issue-closed';

async function eventType(
  app: AppDependencies,
  repository: Repository,
  { action, issue, label, changes }: IssuesPayload,
): Promise<IssueEvent | null> {
  switch (action) {
    case 'opened':
    case 'reopened':
      return hasLabel(issue, await specLabelOf(app, repository)) ? 'spec-labelled' : null;
    case 'labeled':
      return isSameLabel(label?.name ?? '', await specLabelOf(app, repository)) ? 'spec-labelled' : null;
    case 'unlabeled':
      if ((await app.runStore.load(runIdOf(repository, issue.number))) === null) return null;
      return isSameLabel(label?.name ?? '', await specLabelOf(app, repository)) ? 'spec-unlabelled' : null;
    case 'edited':
      if (changes?.title === undefined && changes?.body === undefined) return null;
      return (await isSpec(app, repository, issue)) ? 'spec-edited' : null;
    case 'closed':
      return (await isSpec(app, repository, issue)) ? 'issue-closed' : null;
    default:
      return null;
  }
}

function submissionOf(
  type: IssueEvent,
  repository: Repository,
  payload: IssuesPayload,
  delivery: Delivery,
  runId: string,
): Submission {
  const facts = { repository, sender: payload.sender.login };
  const event =
    type === 'spec-labelled' || type === 'spec-edited'
      ? { type, ...facts, issue: specIssueOf(payload.issue) }
      : { type, ...facts };
  return { runId, key: `${delivery.id}/0`, event };
}
