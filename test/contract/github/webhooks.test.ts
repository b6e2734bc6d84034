import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { candidateBranch, VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import { exampleRun, recordingApp, type ExampleRun, type RecordingApp } from '#test/unit/app/recording-app.ts';
import { serveApp, type ServedApp } from '#test/unit/app/serve-app.ts';
import { APP, SECRET, startAdapters, type AdapterStage } from '#test/contract/github/start-adapters.ts';

const WORKFLOW = `name: MGE validation
run-name: MGE validation \${{ inputs.key }}
on:
  workflow_dispatch:
    inputs:
      key: { required: true, type: string }
      sha: { required: true, type: string }
jobs: {}
`;

const PLAN = [
  '- [x] **T1** money <!-- mge:task:T1 -->',
  '- [x] **T2** ledger <!-- mge:task:T2 -->',
  '- [ ] Approve this plan <!-- mge:approve:abc123 -->',
].join('\n');

/** Deeds of people and of MGE itself on the local GitHub, as its signed webhooks tell the app. */
describe('what GitHub tells the app', () => {
  let stage: AdapterStage;
  let recording: RecordingApp;
  let served: ServedApp;
  let runs: ExampleRun[];
  let issue: number;

  beforeEach(async () => {
    runs = [];
    recording = recordingApp(runs, APP);
    served = await serveApp(recording.app, SECRET);
    stage = await startAdapters({ webhookUrl: served.url });
    issue = ada().openIssue({ title: 'A ledger', body: 'Please.', labels: ['spec'] });
    runs.push(exampleRun({ id: `acme/shop#${issue}`, pullRequest: issue + 1 }));
  });

  afterEach(async () => {
    await stage.close();
    await served.close();
  });

  const ada = () => stage.local.human.as('ada', 'acme/shop');
  /** The events since the last look. */
  async function events(): Promise<unknown[]> {
    await stage.local.settled();
    return recording.submitted.splice(0).map(({ event }) => event);
  }

  it('a spec is opened, edited and closed', async () => {
    expect(new Set((await events()).map((event) => JSON.stringify(event))).size).toBe(1);
    ada().editIssue(issue, { body: 'Please, soon.' });
    ada().closeIssue(issue);
    const byAda = { sender: 'ada', repository: stage.repository };
    expect(await events()).toEqual([
      {
        type: 'spec-edited',
        ...byAda,
        issue: { number: issue, title: 'A ledger', body: 'Please, soon.', author: 'ada' },
      },
      { type: 'issue-closed', ...byAda },
    ]);
  });

  it("MGE's own comments, edits, labels and reactions are not told to itself", async () => {
    await events();
    const posted = await stage.conversation.upsertComment(stage.repository, issue, 'plan', PLAN);
    await stage.conversation.upsertComment(stage.repository, issue, 'plan', PLAN.replace('[ ] App', '[x] App'));
    await stage.conversation.react(stage.repository, { kind: 'issue', number: issue, commentId: posted.id }, 'eyes');
    await stage.conversation.upsertComment(stage.repository, issue, 'help', '/mge approve');
    expect(await events()).toEqual([]);
  });

  it('a person ticks a box of the plan', async () => {
    const { id, body } = await stage.conversation.upsertComment(stage.repository, issue, 'plan', PLAN);
    await events();
    ada().editComment(id, body.replace('[ ] Approve', '[x] Approve').replace('[x] **T2', '[ ] **T2'));
    const facts = {
      planHash: 'abc123',
      ticked: [],
      unticked: ['T2'],
      shownTicked: ['T1'],
      approved: true,
      commentId: id,
    };
    expect(await events()).toMatchObject([{ type: 'plan-edited', sender: 'ada', ...facts }]);
  });

  it('a person commands and replies; other apps do not', async () => {
    await events();
    ada().comment(issue, '/mge status');
    ada().comment(issue, '1A');
    stage.local.human.addUser('other[bot]', { type: 'Bot' });
    stage.local.human.as('other[bot]', 'acme/shop').comment(issue, '/mge approve');
    expect(await events()).toMatchObject([{ type: 'command-given' }, { type: 'replied', text: '1A' }]);
  });

  it('a doubled delivery is one event, and one in another order is none the less', async () => {
    await events();
    stage.local.deliveries.duplicate();
    ada().comment(issue, '/mge status');
    expect(await events()).toHaveLength(1);
  });

  it('people review, talk in threads, resolve them and push; MGE does the same unheard', async () => {
    const { sourceTree, pullRequests, repository } = stage;
    const parent = await sourceTree.headOf(repository, 'main');
    const changes = [{ path: 'src/a.ts', text: 'export const a = 1;\nexport const b = 2;\n' }];
    const head = await sourceTree.commit(repository, { parent, changes, message: 'feat: a', date: new Date(0) });
    await sourceTree.moveBranch(repository, 'mge/1-a', head, null);
    const request = { head: 'mge/1-a', base: 'main', title: 'feat: a', body: '', draft: true };
    const number = await pullRequests.open(repository, request);
    expect(number).toBe(runs[0]?.pullRequest);
    const comments = [{ marker: 'a', path: 'src/a.ts', startLine: 1, endLine: 1, body: 'Is this right?' }];
    const ids = await pullRequests.review(repository, number, { marker: 'r', commit: head, body: 'Look.', comments });
    const rootId = ids.get('a') ?? 0;
    await pullRequests.resolveThread(repository, number, rootId);
    await events();

    const commentId = ada().replyToReviewComment(rootId, '/mge approve');
    ada().unresolveThread(rootId);
    ada().resolveThread(rootId);
    await ada().submitReview(number, { event: 'APPROVE', body: '/mge report' });
    const after = await ada().commitFile('mge/1-a', 'src/a.ts', 'export const a = 2;\n', 'fix: a');
    const told = await events();
    const place = { kind: 'thread', number, commentId, rootId };
    expect(told).toContainEqual(expect.objectContaining({ type: 'command-given', place }));
    expect(told).toContainEqual({ type: 'thread-resolved', repository, sender: 'ada', rootId });
    expect(told).toContainEqual(expect.objectContaining({ type: 'command-given', command: { name: 'report' } }));
    expect(told).toContainEqual(
      expect.objectContaining({ type: 'review-submitted', verdict: 'approved', headSha: head }),
    );
    expect(told).toContainEqual({ type: 'branch-pushed', repository, sender: 'ada', before: head, after });
    const next = await sourceTree.commit(repository, { parent: after, changes, message: 'feat: b', date: new Date(0) });
    await sourceTree.moveBranch(repository, 'mge/1-a', next, after);
    expect(await events()).toEqual([]);
  });

  it('the setup is merged', async () => {
    const parent = await stage.sourceTree.headOf(stage.repository, 'main');
    const changes = [{ path: '.github/workflows/mge-validate.yml', text: 'on: workflow_dispatch\n' }];
    const request = { parent, changes, message: 'ci: validation', date: new Date(0) };
    const head = await stage.sourceTree.commit(stage.repository, request);
    await stage.sourceTree.moveBranch(stage.repository, 'mge/setup', head, null);
    const setup = { head: 'mge/setup', base: 'main', title: 'ci: validation', body: '', draft: false };
    const number = await stage.pullRequests.open(stage.repository, setup);
    await events();
    await ada().mergePullRequest(number);
    expect(await events()).toEqual([{ type: 'onboarding-merged', repository: stage.repository }]);
  });

  it('a validation run completes, and only what MGE itself started counts', async () => {
    const { actions, repository, sourceTree } = stage;
    await ada().commitFile('main', VALIDATION_WORKFLOW, WORKFLOW, 'ci: validation');
    const parent = await sourceTree.headOf(repository, 'main');
    const changes = [{ path: '.mge/level.json', text: '{}\n' }];
    const headSha = await sourceTree.commit(repository, { parent, changes, message: 'candidates', date: new Date(0) });
    await sourceTree.moveBranch(repository, candidateBranch(issue), headSha, null, true);
    await events();
    const request = { workflow: VALIDATION_WORKFLOW, branch: candidateBranch(issue), headSha, key: '1-b1' };
    await actions.dispatch(repository, request);
    const told = await events();
    const workflowRunId = (await actions.find(repository, request))?.id;
    const facts = { key: '1-b1', workflowRunId, headSha, conclusion: 'success' };
    expect(told).toEqual([{ type: 'workflow-completed', repository, ...facts }]);
  });
});
