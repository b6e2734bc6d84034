import { keyOfRunTitle } from '#domain/run/validation-run.ts';
import type { Repository } from '#domain/run/repository.ts';
import type { WorkflowRun } from '#ports/github/actions.ts';
import { absentAsNull } from '#adapters/github/errors/absent-as-null.ts';
import { botLogin, clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';

export interface WorkflowRunQuery {
  /** Path from the root, or the file's name alone. */
  readonly workflow: string;
  readonly headSha: string;
  readonly key: string;
}

/** The run with a key: of this workflow file, on this commit, dispatched by this app; else null. */
export async function findWorkflowRun(
  context: GitHubContext,
  repository: Repository,
  query: WorkflowRunQuery,
): Promise<WorkflowRun | null> {
  const { rest } = clientFor(context, repository);
  const request = rest.actions.listWorkflowRuns({
    ...locate(repository),
    workflow_id: fileNameOf(query.workflow),
    event: 'workflow_dispatch',
    head_sha: query.headSha,
    per_page: 100,
  });
  const runs = (await absentAsNull(request))?.data.workflow_runs ?? [];
  const found = runs.find(
    (run) =>
      run.event === 'workflow_dispatch' &&
      run.head_sha === query.headSha &&
      run.path.replace(/@.*$/, '') === pathOf(query.workflow) &&
      run.actor?.login === botLogin(context.app) &&
      keyOfRunTitle(run.display_title) === query.key,
  );
  if (found === undefined) return null;
  const { id, status, conclusion, html_url: url } = found;
  return { id, key: query.key, headSha: query.headSha, status: status ?? 'unknown', conclusion, url };
}

/** The API names a workflow by its file's name. */
export function fileNameOf(workflow: string): string {
  return workflow.slice(workflow.lastIndexOf('/') + 1);
}

export function pathOf(workflow: string): string {
  return `.github/workflows/${fileNameOf(workflow)}`;
}
