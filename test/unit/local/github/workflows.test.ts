import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkflowJob } from '#local/github/workflow-runner.ts';
import { startGitHubStage, type GitHubStage } from '#test/support/local-github.ts';

const workflow = `name: MGE
on:
  workflow_dispatch:
    inputs:
      key: { required: true, type: string }
      level: { default: '0', type: string }
jobs: {}
`;

const jobs: WorkflowJob[] = [];
/** Holds runs whose key says so until they are cancelled. */
function hold(job: WorkflowJob): Promise<void> {
  return new Promise((resolve) => job.signal?.addEventListener('abort', () => resolve()));
}

let stage: GitHubStage;
beforeAll(async () => {
  stage = await startGitHubStage({
    run: async (job) => {
      jobs.push(job);
      if (job.inputs['key'] === 'hold') await hold(job);
      if (job.inputs['key'] === 'break') throw new Error('the machine is on fire');
      const archive = zipSync({ 'results.json': strToU8('{"passed":true}') });
      return { conclusion: 'success', artifacts: [{ name: 'mge-results', archive }], log: 'all green\n' };
    },
  });
});
afterAll(() => stage.close());

const named = { workflow_id: 'mge.yml', ref: 'main' };

test('a workflow must be on the default branch, and its inputs must be its own', async () => {
  const { github, octokit, at } = stage;
  const ada = github.human.as('ada', 'acme/shop');
  await ada.commitFile('side', '.github/workflows/mge.yml', workflow, 'Workflow on a side branch');
  const dispatch = (more: object) => octokit.actions.createWorkflowDispatch({ ...at, ...named, ...more });
  await expect(dispatch({ inputs: { key: 'a' } })).rejects.toMatchObject({ status: 404 });
  await ada.commitFile('main', '.github/workflows/mge.yml', workflow, 'Workflow');
  await ada.commitFile('main', '.github/workflows/other.yml', 'name: Other\non: push\njobs: {}\n', 'Other');
  await expect(dispatch({ inputs: { strange: 'a' } })).rejects.toMatchObject({ status: 422 });
  await expect(dispatch({})).rejects.toMatchObject({ status: 422 });
  await expect(dispatch({ ref: 'nowhere', inputs: { key: 'a' } })).rejects.toMatchObject({ status: 422 });
  await expect(dispatch({ workflow_id: 'other.yml' })).rejects.toMatchObject({ status: 422 });
  const { data } = await octokit.actions.listRepoWorkflows(at);
  expect(data.workflows.map(({ name, path }) => [name, path])).toEqual([
    ['MGE', '.github/workflows/mge.yml'],
    ['Other', '.github/workflows/other.yml'],
  ]);
});

test('a dispatched run is performed, told, and its results can be downloaded', async () => {
  const { github, octokit, at } = stage;
  const since = '2026-11-01';
  const answer = await octokit.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
    ...at,
    ...named,
    inputs: { key: 'a' },
    return_run_details: true,
  });
  expect(answer.status).toBe(200);
  const told = await stage.told();
  expect(told.filter((name) => name.startsWith('workflow_run'))).toEqual([
    'workflow_run.requested',
    'workflow_run.in_progress',
    'workflow_run.completed',
  ]);
  const job = jobs.at(-1);
  expect(job).toMatchObject({ repository: 'acme/shop', ref: 'refs/heads/main', inputs: { key: 'a', level: '0' } });
  expect(job?.workflowText).toBe(workflow);
  const { data } = await octokit.actions.listWorkflowRuns({
    ...at,
    workflow_id: 'mge.yml',
    event: 'workflow_dispatch',
    head_sha: job?.headSha ?? '',
    created: `>=${since}`,
  });
  expect(data.workflow_runs).toHaveLength(1);
  const run_id = data.workflow_runs[0]?.id ?? 0;
  expect((await octokit.actions.getWorkflowRun({ ...at, run_id })).data).toMatchObject({
    status: 'completed',
    conclusion: 'success',
    path: '.github/workflows/mge.yml',
    actor: { login: 'mge[bot]' },
  });
  const { data: listed } = await octokit.actions.listWorkflowRunArtifacts({ ...at, run_id });
  const artifact_id = listed.artifacts[0]?.id ?? 0;
  const zip = await octokit.actions.downloadArtifact({ ...at, artifact_id, archive_format: 'zip' });
  if (!(zip.data instanceof ArrayBuffer)) throw new Error('a zip is bytes');
  expect(Buffer.from(unzipSync(new Uint8Array(zip.data))['results.json'] ?? []).toString()).toBe('{"passed":true}');
  const { data: ofRun } = await octokit.actions.listJobsForWorkflowRun({ ...at, run_id });
  const logs = await octokit.actions.downloadJobLogsForWorkflowRun({ ...at, job_id: ofRun.jobs[0]?.id ?? 0 });
  expect(logs.data).toBe('all green\n');
  expect(github.gateFindings()).toEqual([]);
});

test('a run is cancelled, and a broken runner is a failed run', async () => {
  const { github, octokit, at } = stage;
  await octokit.actions.createWorkflowDispatch({ ...at, ...named, inputs: { key: 'hold' } });
  const { data } = await octokit.actions.listWorkflowRunsForRepo({ ...at, per_page: 1 });
  const run_id = data.workflow_runs[0]?.id ?? 0;
  expect((await octokit.actions.cancelWorkflowRun({ ...at, run_id })).status).toBe(202);
  await octokit.actions.createWorkflowDispatch({ ...at, ...named, inputs: { key: 'break' } });
  await github.settled();
  const { data: after } = await octokit.actions.listWorkflowRunsForRepo({ ...at, per_page: 2 });
  expect(after.workflow_runs.map(({ conclusion }) => conclusion)).toEqual(['failure', 'cancelled']);
  await expect(octokit.actions.cancelWorkflowRun({ ...at, run_id })).rejects.toMatchObject({ status: 409 });
  expect(github.gateFindings()).toEqual([]);
});

test('a check shows how a level went', async () => {
  const { github, octokit, at } = stage;
  const { data: ref } = await octokit.git.getRef({ ...at, ref: 'heads/main' });
  const head_sha = ref.object.sha;
  const { data: check } = await octokit.checks.create({
    ...at,
    name: 'MGE level 1',
    head_sha,
    status: 'in_progress',
    external_id: 'level-1',
  });
  const annotation = {
    path: 'src/a.ts',
    start_line: 1,
    end_line: 1,
    annotation_level: 'failure',
    message: 'no',
  } as const;
  await octokit.checks.update({
    ...at,
    check_run_id: check.id,
    conclusion: 'failure',
    output: { title: '1 of 2', summary: 'One failed.', annotations: [annotation] },
  });
  const { data } = await octokit.checks.listForRef({ ...at, ref: head_sha, check_name: 'MGE level 1' });
  expect(data.check_runs[0]).toMatchObject({
    status: 'completed',
    conclusion: 'failure',
    output: { annotations_count: 1 },
  });
  const tooMany = Array.from({ length: 51 }, () => annotation);
  const update = octokit.checks.update({
    ...at,
    check_run_id: check.id,
    output: { title: 't', summary: 's', annotations: tooMany },
  });
  await expect(update).rejects.toMatchObject({ status: 422 });
  await octokit.repos.createCommitStatus({ ...at, sha: head_sha, state: 'success', context: 'mge' });
  expect((await octokit.repos.getCombinedStatusForRef({ ...at, ref: head_sha })).data.state).toBe('success');
  expect(await stage.told()).toContain('check_run.completed');
  const findings = github.gateFindings();
  expect(findings).toEqual([expect.stringContaining('must NOT have more than 50 items')]);
});
