import type { Repository } from '#domain/run/repository.ts';
import type { Actions } from '#ports/github/actions.ts';
import { absentAsNull } from '#adapters/github/errors/absent-as-null.ts';
import { decodeText } from '#adapters/github/content/decode-text.ts';
import { dispatchWorkflow } from '#adapters/github/actions/dispatch-workflow.ts';
import { downloadResults } from '#adapters/github/actions/download-results.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';
import { createOnceAtATime } from '#adapters/github/client/once-at-a-time.ts';
import { publishChecks } from '#adapters/github/actions/publish-checks.ts';
import { findWorkflowRun, pathOf } from '#adapters/github/actions/workflow-runs.ts';

/** GitHub Actions and checks over Octokit. */
export function createActions(context: GitHubContext): Actions {
  const onceAtATime = createOnceAtATime();

  async function readWorkflow(repository: Repository, workflow: string): Promise<string | null> {
    const { rest } = clientFor(context, repository);
    const answer = await absentAsNull(rest.repos.getContent({ ...locate(repository), path: pathOf(workflow) }));
    if (answer === null || Array.isArray(answer.data) || answer.data.type !== 'file') return null;
    return decodeText(Buffer.from(answer.data.content, 'base64'));
  }

  return {
    dispatch: (repository, request) =>
      onceAtATime(`${repository.owner}/${repository.name} ${request.key}`, () =>
        dispatchWorkflow(context, repository, request),
      ),
    find: (repository, request) => findWorkflowRun(context, repository, request),
    downloadResults: (repository, runId) => downloadResults(context, repository, runId),
    readWorkflow,
    publishChecks: (repository, headSha, reports) =>
      onceAtATime(`${repository.owner}/${repository.name}@${headSha}`, () =>
        publishChecks(context, repository, headSha, reports),
      ),
  };
}
