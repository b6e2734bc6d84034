import { MgeError } from '#domain/failure/mge-error.ts';
import type { Repository } from '#domain/run/repository.ts';
import { failedWith } from '#adapters/github/errors/absent-as-null.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';
import { fileNameOf, findWorkflowRun, type WorkflowRunQuery } from '#adapters/github/actions/workflow-runs.ts';

/** Starts the workflow on a branch, unless a run with this key is there. */
export async function dispatchWorkflow(
  context: GitHubContext,
  repository: Repository,
  request: WorkflowRunQuery & { readonly branch: string },
): Promise<void> {
  if ((await findWorkflowRun(context, repository, request)) !== null) return;
  const { rest } = clientFor(context, repository);
  try {
    await rest.actions.createWorkflowDispatch({
      ...locate(repository),
      workflow_id: fileNameOf(request.workflow),
      ref: request.branch,
      inputs: { key: request.key, sha: request.headSha },
    });
  } catch (error) {
    // 404: no such workflow on the default branch; 422: it takes no dispatch, or not this input.
    if (!failedWith(error, 'github-not-found', 'github-rejected')) throw error;
    throw new MgeError(`the workflow ${fileNameOf(request.workflow)} cannot be started`, {
      code: 'workflow-missing',
      retry: 'ask-human',
      nextStep:
        'Merge the setup pull request of MGE (or bring its workflow file back on the default branch), then `/mge retry`.',
      cause: error,
    });
  }
}
