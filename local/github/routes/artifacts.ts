import { GitHubError, notFound } from '#local/github/http/github-error.ts';
import { countedReply } from '#local/github/http/paginate.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import { numberParam, param, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import { signDownload } from '#local/github/http/sign-download.ts';
import { presentArtifact } from '#local/github/present/job.ts';
import { findRun } from '#local/github/routes/workflow-runs.ts';
import type { Artifact, WorkflowRun } from '#local/github/state/workflow.ts';

interface FoundArtifact {
  readonly run: WorkflowRun;
  readonly artifact: Artifact;
}

function artifactsOf(runs: readonly WorkflowRun[]): FoundArtifact[] {
  return runs.flatMap((run) => run.artifacts.map((artifact) => ({ run, artifact })));
}

function list(call: RepositoryCall, template: string, runs: readonly WorkflowRun[]): Reply {
  const name = call.query.get('name');
  const all = artifactsOf(runs).filter(({ artifact }) => name === null || artifact.name === name);
  const present = (found: FoundArtifact) => presentArtifact(call.world, call.repository, found.run, found.artifact);
  return countedReply(call, { template: `/repos/{owner}/{repo}${template}`, key: 'artifacts', all, present });
}

function find(call: RepositoryCall): FoundArtifact {
  const id = numberParam(call, 'artifact_id');
  const found = artifactsOf(call.repository.workflowRuns).find(({ artifact }) => artifact.id === id);
  if (!found) throw notFound();
  return found;
}

function download(call: RepositoryCall): Reply {
  if (param(call, 'archive_format') !== 'zip') throw new GitHubError(415, 'Unsupported archive format');
  const { artifact } = find(call);
  return { status: 302, headers: { location: signDownload(call.world, artifact.file) } };
}

function jobLogs(call: RepositoryCall): Reply {
  const id = numberParam(call, 'job_id');
  const run = call.repository.workflowRuns.find((known) => known.jobId === id);
  if (!run || run.status !== 'completed') throw notFound();
  return { status: 302, headers: { location: signDownload(call.world, `${run.id}.log`) } };
}

const ofRun = '/actions/runs/{run_id}/artifacts';
const one = '/actions/artifacts/{artifact_id}';

export const artifactRoutes = [
  repositoryRoute('get', '/actions/artifacts', 'actions:read', (call) =>
    list(call, '/actions/artifacts', call.repository.workflowRuns),
  ),
  repositoryRoute('get', ofRun, 'actions:read', (call) => list(call, ofRun, [findRun(call)])),
  repositoryRoute('get', one, 'actions:read', (call) => {
    const { run, artifact } = find(call);
    return { status: 200, body: presentArtifact(call.world, call.repository, run, artifact) };
  }),
  repositoryRoute('get', `${one}/{archive_format}`, 'actions:read', download),
  repositoryRoute('get', '/actions/jobs/{job_id}/logs', 'actions:read', jobLogs),
];
