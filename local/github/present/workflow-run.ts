import type { JsonObject } from '#local/github/json.ts';
import { presentPullLinks } from '#local/github/present/check-run.ts';
import { pageUrl, repositoryApiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { presentRepository } from '#local/github/present/repository.ts';
import { presentUser } from '#local/github/present/user.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { Workflow, WorkflowRun } from '#local/github/state/workflow.ts';
import type { World } from '#local/github/world.ts';

/** What a run says of its commit; read from git, since presenters do not wait. */
export interface RunCommit {
  readonly tree: string;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly timestamp: string;
}

function presentRunLinks(world: World, repository: Repository, run: WorkflowRun): JsonObject {
  const url = repositoryApiUrl(world, repository, `/actions/runs/${run.id}`);
  return {
    url,
    html_url: pageUrl(world, repository, `/actions/runs/${run.id}`),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: repositoryApiUrl(world, repository, `/actions/workflows/${run.workflowId}`),
    check_suite_url: repositoryApiUrl(world, repository, `/check-suites/${run.checkSuiteId}`),
  };
}

function presentHeadCommit(id: string, { tree, message, timestamp, author }: RunCommit): JsonObject {
  const person = { name: author.name, email: author.email };
  return { id, tree_id: tree, message, timestamp, author: person, committer: person };
}

/** A workflow run as `workflow-run`. */
export function presentWorkflowRun(
  world: World,
  repository: Repository,
  run: WorkflowRun,
  commit: RunCommit,
): JsonObject {
  const workflow = repository.workflows.find((known) => known.id === run.workflowId);
  const presented = presentRepository(world, repository);
  const actor = presentUser(world, run.actor.user);
  return {
    id: run.id,
    node_id: nodeId('WorkflowRun', run.id),
    name: workflow?.name ?? '',
    path: workflow?.path ?? '',
    display_title: run.displayTitle,
    run_number: run.runNumber,
    run_attempt: 1,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: run.workflowId,
    check_suite_id: run.checkSuiteId,
    check_suite_node_id: nodeId('CheckSuite', run.checkSuiteId),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    head_commit: presentHeadCommit(run.headSha, commit),
    ...presentRunLinks(world, repository, run),
    pull_requests: presentPullLinks(world, repository, run.headSha),
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    run_started_at: run.startedAt ?? run.createdAt,
    actor,
    triggering_actor: actor,
    referenced_workflows: [],
    repository: presented,
    head_repository: presented,
  };
}

/** A workflow as `workflow`. */
export function presentWorkflow(world: World, repository: Repository, workflow: Workflow): JsonObject {
  const file = workflow.path.split('/').at(-1) ?? '';
  return {
    id: workflow.id,
    node_id: nodeId('Workflow', workflow.id),
    name: workflow.name,
    path: workflow.path,
    state: 'active',
    created_at: workflow.createdAt,
    updated_at: workflow.updatedAt,
    url: repositoryApiUrl(world, repository, `/actions/workflows/${workflow.id}`),
    html_url: pageUrl(world, repository, `/blob/${repository.defaultBranch}/${workflow.path}`),
    badge_url: pageUrl(world, repository, `/workflows/${encodeURIComponent(workflow.name)}/badge.svg`).replace(
      `/${file}`,
      '',
    ),
  };
}
