import type { JsonObject } from '#local/github/json.ts';
import { pageUrl, repositoryApiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { Artifact, WorkflowRun } from '#local/github/state/workflow.ts';
import type { World } from '#local/github/world.ts';

/** The one job of a run as `job`. */
export function presentJob(world: World, repository: Repository, run: WorkflowRun): JsonObject {
  const workflow = repository.workflows.find((known) => known.id === run.workflowId);
  return {
    id: run.jobId,
    node_id: nodeId('Job', run.jobId),
    run_id: run.id,
    run_url: repositoryApiUrl(world, repository, `/actions/runs/${run.id}`),
    run_attempt: 1,
    head_sha: run.headSha,
    head_branch: run.headBranch,
    url: repositoryApiUrl(world, repository, `/actions/jobs/${run.jobId}`),
    html_url: pageUrl(world, repository, `/actions/runs/${run.id}/job/${run.jobId}`),
    status: run.status,
    conclusion: run.conclusion,
    created_at: run.createdAt,
    started_at: run.startedAt ?? run.createdAt,
    completed_at: run.completedAt,
    name: workflow?.name ?? '',
    workflow_name: workflow?.name ?? '',
    steps: [],
    check_run_url: repositoryApiUrl(world, repository, `/check-runs/${run.checkRunId}`),
    labels: ['ubuntu-latest'],
    runner_id: 1,
    runner_name: 'local',
    runner_group_id: 1,
    runner_group_name: 'local',
  };
}

/** An uploaded file set as `artifact`. */
export function presentArtifact(
  world: World,
  repository: Repository,
  run: WorkflowRun,
  artifact: Artifact,
): JsonObject {
  const url = repositoryApiUrl(world, repository, `/actions/artifacts/${artifact.id}`);
  const keptUntil = new Date(Date.parse(artifact.createdAt) + 90 * 24 * 3600 * 1000).toISOString();
  return {
    id: artifact.id,
    node_id: nodeId('Artifact', artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.size,
    url,
    archive_download_url: `${url}/zip`,
    expired: false,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: keptUntil.replace(/\.\d+Z$/, 'Z'),
    digest: artifact.digest,
    workflow_run: {
      id: run.id,
      repository_id: repository.id,
      head_repository_id: repository.id,
      head_branch: run.headBranch,
      head_sha: run.headSha,
    },
  };
}
