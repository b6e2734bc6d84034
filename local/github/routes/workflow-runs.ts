import { readRunCommit } from '#local/github/payloads/workflow-run-event.ts';
import { GitHubError, notFound } from '#local/github/http/github-error.ts';
import { countedReply } from '#local/github/http/paginate.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import { numberParam, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import { presentJob } from '#local/github/present/job.ts';
import { presentWorkflowRun, type RunCommit } from '#local/github/present/workflow-run.ts';
import { findWorkflow } from '#local/github/routes/workflows.ts';
import type { WorkflowRun } from '#local/github/state/workflow.ts';

/** The run of the path; 404 otherwise. */
export function findRun(call: RepositoryCall): WorkflowRun {
  const id = numberParam(call, 'run_id');
  const run = call.repository.workflowRuns.find((known) => known.id === id);
  if (!run) throw notFound();
  return run;
}

/** `created` is a date, a comparison (`>=2026-01-01`) or a range (`a..b`), compared as text. */
function createdWithin(filter: string | null, createdAt: string): boolean {
  if (filter === null) return true;
  const [from = '', to] = filter.split('..');
  if (to !== undefined) return createdAt >= from && createdAt <= to;
  const [, sign = '', date = ''] = /^(>=|<=|>|<)?(.*)$/.exec(filter) ?? [];
  if (sign === '') return createdAt.startsWith(date);
  if (sign.endsWith('=') && createdAt.startsWith(date)) return true;
  return sign.startsWith('>') ? createdAt > date : createdAt < date;
}

function matches(call: RepositoryCall, run: WorkflowRun): boolean {
  const is = (name: string, ...values: readonly (string | null)[]) => {
    const wanted = call.query.get(name);
    return wanted === null || values.includes(wanted);
  };
  return (
    is('head_sha', run.headSha) &&
    is('event', run.event) &&
    is('branch', run.headBranch) &&
    is('actor', run.actor.user.login) &&
    is('status', run.status, run.conclusion) &&
    createdWithin(call.query.get('created'), run.createdAt)
  );
}

async function listRuns(call: RepositoryCall, template: string, workflowId: number | null): Promise<Reply> {
  const { world, repository } = call;
  const ofWorkflow = repository.workflowRuns.filter((run) => workflowId === null || run.workflowId === workflowId);
  const all = ofWorkflow.filter((run) => matches(call, run)).toReversed();
  const commits = new Map<string, RunCommit>();
  for (const { headSha } of all) {
    if (!commits.has(headSha)) commits.set(headSha, await readRunCommit(world, repository, headSha));
  }
  const rows = all.flatMap((run) => {
    const commit = commits.get(run.headSha);
    return commit ? [presentWorkflowRun(world, repository, run, commit)] : [];
  });
  return countedReply(call, { template, key: 'workflow_runs', all: rows, present: (row) => row });
}

async function getRun(call: RepositoryCall): Promise<Reply> {
  const run = findRun(call);
  const commit = await readRunCommit(call.world, call.repository, run.headSha);
  return { status: 200, body: presentWorkflowRun(call.world, call.repository, run, commit) };
}

function cancelRun(call: RepositoryCall): Reply {
  const run = findRun(call);
  if (run.status === 'completed') throw new GitHubError(409, 'Cannot cancel a workflow run that is completed.');
  run.cancelRequested = true;
  call.world.stopRun(run.id);
  return { status: 202, body: {} };
}

function listJobs(call: RepositoryCall): Reply {
  const present = (run: WorkflowRun) => presentJob(call.world, call.repository, run);
  return countedReply(call, {
    template: '/repos/{owner}/{repo}/actions/runs/{run_id}/jobs',
    key: 'jobs',
    all: [findRun(call)],
    present,
  });
}

const ofRepository = '/actions/runs';
const ofWorkflow = '/actions/workflows/{workflow_id}/runs';

export const workflowRunRoutes = [
  repositoryRoute('get', ofRepository, 'actions:read', (call) =>
    listRuns(call, `/repos/{owner}/{repo}${ofRepository}`, null),
  ),
  repositoryRoute('get', ofWorkflow, 'actions:read', (call) =>
    listRuns(call, `/repos/{owner}/{repo}${ofWorkflow}`, findWorkflow(call).id),
  ),
  repositoryRoute('get', `${ofRepository}/{run_id}`, 'actions:read', getRun),
  repositoryRoute('post', `${ofRepository}/{run_id}/cancel`, 'actions:write', cancelRun),
  repositoryRoute('get', `${ofRepository}/{run_id}/jobs`, 'actions:read', listJobs),
];
