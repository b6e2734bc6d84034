import { readCommit } from '#local/github/git/commits.ts';
import { presentWorkflow, presentWorkflowRun, type RunCommit } from '#local/github/present/workflow-run.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { WorkflowRun } from '#local/github/state/workflow.ts';
import type { WebhookEvent, World } from '#local/github/world.ts';

/** What a run shows of its head commit. */
export async function readRunCommit(world: World, repository: Repository, sha: string): Promise<RunCommit> {
  const commit = await readCommit(world.gitDirOf(repository), sha);
  return { tree: commit.tree, message: commit.message, author: commit.author, timestamp: commit.committer.date };
}

/** `workflow_run`: a run was asked for, began or ended. */
export async function workflowRunEvent(
  world: World,
  repository: Repository,
  run: WorkflowRun,
  action: 'requested' | 'in_progress' | 'completed',
): Promise<WebhookEvent> {
  const workflow = repository.workflows.find((known) => known.id === run.workflowId);
  const commit = await readRunCommit(world, repository, run.headSha);
  const body = {
    workflow_run: presentWorkflowRun(world, repository, run, commit),
    workflow: workflow ? presentWorkflow(world, repository, workflow) : null,
  };
  return { name: 'workflow_run', action, repository, sender: run.actor.user, body };
}
