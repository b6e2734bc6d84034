import { z } from 'zod';
import { issueOfCandidateBranch, keyOfRunTitle, VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import { defineHandler, type AppDependencies } from '#app/delivery.ts';
import { findRun } from '#app/find-run.ts';
import { originFields, repositoryOf } from '#app/payload/origin.ts';

const WorkflowRun = z.object({
  id: z.number(),
  event: z.string(),
  path: z.string().nullish(),
  display_title: z.string().nullish(),
  head_sha: z.string(),
  head_branch: z.string().nullish(),
  head_repository: z.object({ full_name: z.string() }).nullish(),
  conclusion: z.string().nullish(),
  actor: z.object({ login: z.string() }).nullish(),
});
type WorkflowRun = z.infer<typeof WorkflowRun>;

const WorkflowRunPayload = z.object({ ...originFields, workflow_run: WorkflowRun });

/** Validation runs that have completed. Only a hint to look: the results are fetched and checked by their own rules. */
export const handleWorkflowRun = defineHandler('workflow_run', WorkflowRunPayload, async (payload, delivery, app) => {
  const { action, workflow_run: run } = payload;
  const repository = repositoryOf(payload);
  const issue = issueOfCandidateBranch(run.head_branch ?? '');
  const key = keyOfRunTitle(run.display_title ?? '');
  if (action !== 'completed' || issue === null || key === null) return [];
  if (!isValidation(run, `${repository.owner}/${repository.name}`, app)) return [];
  const { runId, run: specRun } = await findRun(app, repository, issue);
  if (specRun === null) return [];
  const { id: workflowRunId, head_sha: headSha } = run;
  const conclusion = run.conclusion ?? 'unknown';
  const event = { type: 'workflow-completed', repository, key, workflowRunId, headSha, conclusion } as const;
  return [{ runId, key: `${delivery.id}/0`, event }];
});

/** Of the workflow that the setup installed, dispatched by MGE itself, on a branch of this repository. */
function isValidation(run: WorkflowRun, repository: string, app: AppDependencies): boolean {
  return (
    run.event === 'workflow_dispatch' &&
    run.path?.replace(/@.*$/, '') === VALIDATION_WORKFLOW &&
    run.head_repository?.full_name === repository &&
    app.isOwnApp({ login: run.actor?.login })
  );
}
