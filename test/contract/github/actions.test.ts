import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkflowOutcome } from '#local/github/workflow-runner.ts';
import { startAdapters, type AdapterStage } from '#test/contract/github/start-adapters.ts';

const WORKFLOW = '.github/workflows/mge-validate.yml';
const TEXT = `name: MGE validation
run-name: MGE validation \${{ inputs.key }}
on:
  workflow_dispatch:
    inputs:
      key: { required: true, type: string }
      sha: { required: true, type: string }
jobs:
  validate:
    runs-on: ubuntu-24.04
    steps:
      - run: 'true'
`;

const results = new TextEncoder().encode('{"version":1}');
const uploads = (...files: Record<string, Uint8Array>[]): WorkflowOutcome => ({
  conclusion: 'success',
  artifacts: files.map((one) => ({ name: 'mge-results', archive: zipSync(one) })),
  log: 'done',
});

describe('Actions on GitHub', () => {
  let stage: AdapterStage;
  let headSha: string;
  let outcome: WorkflowOutcome;
  let jobs: { key: string | undefined; headSha: string }[];

  beforeEach(async () => {
    outcome = uploads({ 'mge-results.json': results });
    jobs = [];
    stage = await startAdapters({
      files: { 'README.md': '# Shop\n', [WORKFLOW]: TEXT },
      run(job) {
        jobs.push({ key: job.inputs['key'], headSha: job.headSha });
        return Promise.resolve(outcome);
      },
    });
    const { sourceTree, repository } = stage;
    const parent = (await sourceTree.headOf(repository, 'main')) ?? '';
    const changes = [{ path: '.mge/level.json', text: '{}\n' }];
    const date = new Date('2026-11-20T09:00:00Z');
    headSha = await sourceTree.commit(repository, { parent, changes, message: 'candidates', date });
    await sourceTree.moveBranch(repository, 'mge-candidates/1', headSha, null, true);
  });

  afterEach(() => stage.close());

  const request = (key: string) => ({ workflow: WORKFLOW, branch: 'mge-candidates/1', headSha, key });

  async function completed(key: string): Promise<number> {
    await stage.actions.dispatch(stage.repository, request(key));
    await stage.local.settled();
    return (await stage.actions.find(stage.repository, request(key)))?.id ?? 0;
  }

  it('starts one run per key and finds it', async () => {
    expect(await stage.actions.find(stage.repository, request('1-b1'))).toBeNull();
    await completed('1-b1');
    await stage.anotherProcess().actions.dispatch(stage.repository, request('1-b1'));
    await stage.actions.dispatch(stage.repository, request('1-b10'));
    await stage.local.settled();
    expect(jobs).toEqual([
      { key: '1-b1', headSha },
      { key: '1-b10', headSha },
    ]);
    expect(await stage.actions.find(stage.repository, request('1-b1'))).toMatchObject({
      key: '1-b1',
      headSha,
      status: 'completed',
      conclusion: 'success',
    });
  });

  it('believes no run on another commit, of another workflow, or of another person', async () => {
    await completed('1-b1');
    const { actions, repository } = stage;
    expect(await actions.find(repository, { ...request('1-b1'), headSha: 'f'.repeat(40) })).toBeNull();
    expect(await actions.find(repository, { ...request('1-b1'), workflow: 'other.yml' })).toBeNull();
    expect(await actions.find(repository, request('1-b2'))).toBeNull();
  });

  it('says that the workflow is missing', async () => {
    await expect(
      stage.actions.dispatch(stage.repository, { ...request('1-b1'), workflow: 'none.yml' }),
    ).rejects.toMatchObject({ code: 'workflow-missing', retry: 'ask-human' });
    expect(await stage.actions.readWorkflow(stage.repository, WORKFLOW)).toBe(TEXT);
    expect(await stage.actions.readWorkflow(stage.repository, 'none.yml')).toBeNull();
  });

  it('downloads the one results file', async () => {
    const id = await completed('1-b1');
    expect(Buffer.from(await stage.actions.downloadResults(stage.repository, id)).toString()).toBe('{"version":1}');
  });

  it('refuses results that are missing, doubled, or not one plain file', async () => {
    const hostile = [
      uploads(),
      uploads({ 'mge-results.json': results }, { 'mge-results.json': results }),
      uploads({ 'a.json': results, 'b.json': results }),
      uploads({ '../a.json': results }),
      uploads({}),
    ];
    for (const [index, one] of hostile.entries()) {
      outcome = one;
      const id = await completed(`1-b${index}`);
      await expect(stage.actions.downloadResults(stage.repository, id)).rejects.toMatchObject({
        code: 'results-invalid',
      });
    }
  });

  it('publishes a check once, and brings it up to date', async () => {
    const report = { name: 'MGE level 0', title: '12 of 13', summary: 'One fails.' };
    await stage.actions.publishChecks(stage.repository, headSha, [{ ...report, conclusion: 'failure' }]);
    const other = stage.anotherProcess().actions;
    const detailsUrl = 'https://example.org/run';
    const better = { ...report, title: '13 of 13', conclusion: 'success', detailsUrl } as const;
    await other.publishChecks(stage.repository, headSha, [better]);
    const requests = stage.local.requests().length;
    await other.publishChecks(stage.repository, headSha, [better]);
    expect(stage.local.requests()).toHaveLength(requests + 1);
    const { rest } = stage.clients.of(stage.repository.installationId);
    const { data } = await rest.checks.listForRef({
      owner: 'acme',
      repo: 'shop',
      ref: headSha,
      check_name: report.name,
    });
    expect(data.check_runs.map(({ conclusion, output }) => [conclusion, output.title])).toEqual([
      ['success', '13 of 13'],
    ]);
  });
});

describe('Permissions on GitHub', () => {
  it('tells what a person may do now, and nothing of strangers', async () => {
    const stage = await startAdapters();
    const { human } = stage.local;
    const may = (login: string): Promise<string> => stage.permissions.of(stage.repository, login);
    expect(await may('ada')).toBe('write');
    human.setPermission('acme/shop', 'ada', 'read');
    expect(await may('ada')).toBe('read');
    human.addUser('root');
    human.setPermission('acme/shop', 'root', 'admin');
    expect(await may('root')).toBe('admin');
    human.setPermission('acme/shop', 'ada', 'none');
    expect(['none', 'read']).toContain(await may('ada'));
    expect(await may('nobody-knows-them')).toBe('none');
    await stage.close();
  });
});
