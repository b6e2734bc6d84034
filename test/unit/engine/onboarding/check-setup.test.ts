import { describe, expect, it } from 'vitest';
import { createCheckSetup } from '#engine/onboarding/create-check-setup.ts';
import { VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import { SETTINGS_PATH } from '#domain/settings/settings-path.ts';
import { SETTINGS_TEMPLATE } from '#engine/onboarding/settings-template.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';
import type { PullRequests } from '#ports/github/pull-requests.ts';
import { createFakeConversation } from '#test/support/fake-conversation.ts';
import { createFakeSourceTree } from '#test/support/fake-source-tree.ts';
import { freshRun } from '#test/support/plan-samples.ts';

type Opened = Parameters<PullRequests['open']>[1];
const effect = { type: 'check-setup', key: 'check-setup/x', asked: false } as const;
const WORKFLOW = 'name: MGE\n';

function setUp(branches: Record<string, Record<string, string>>) {
  const sourceTree = createFakeSourceTree(branches);
  const conversation = createFakeConversation();
  const opened: Opened[] = [];
  const check = createCheckSetup({
    sourceTree,
    conversation,
    actions: {
      readWorkflow: async (_repository, path) => sourceTree.files('main')[path] ?? null,
      dispatch: async () => undefined,
      find: async () => null,
      downloadResults: async () => new Uint8Array(),
      publishChecks: async () => undefined,
    },
    pullRequests: {
      open: async (_repository, request) => {
        opened.push(request);
        return 7;
      },
      update: async () => undefined,
      remarks: async () => [],
      review: async () => new Map(),
      resolveThread: async () => undefined,
    },
    renderWorkflow: () => WORKFLOW,
  });
  return { sourceTree, conversation, opened, check };
}

describe('checking the setup', () => {
  it('is done where the workflow stands on the default branch', async () => {
    const { check, opened, conversation } = setUp({ main: { [VALIDATION_WORKFLOW]: WORKFLOW } });
    expect(await check(freshRun(), effect)).toEqual({ type: 'setup-checked', ready: true, pullRequest: null });
    expect([opened, conversation.comments.size]).toEqual([[], 0]);
  });

  it('opens a pull request with the workflow and commented settings, and says what to do', async () => {
    const { check, sourceTree, opened, conversation } = setUp({ main: { 'README.md': '#' } });
    expect(await check(freshRun({ stage: 'onboarding' }), effect)).toEqual({
      type: 'setup-checked',
      ready: false,
      pullRequest: 7,
    });
    expect(sourceTree.files('mge/setup')).toEqual({
      'README.md': '#',
      [VALIDATION_WORKFLOW]: WORKFLOW,
      [SETTINGS_PATH]: SETTINGS_TEMPLATE,
    });
    expect(opened).toMatchObject([{ head: 'mge/setup', base: 'main', draft: false }]);
    expect(opened[0]?.body).toContain('the run of #1 goes on');
    expect(conversation.comments.get('setup-1')).toContain('**Please merge #7.**');
  });

  it('takes the branch as it is when somebody made it in the same moment', async () => {
    const { check, sourceTree, opened } = setUp({ main: {} });
    const headOf: SourceTree['headOf'] = sourceTree.headOf.bind(sourceTree);
    let asked = 0;
    sourceTree.headOf = async (repository, branch, when) => {
      const head = await headOf(repository, branch, when);
      asked += branch === 'mge/setup' ? 1 : 0;
      if (asked === 1 && branch === 'mge/setup') {
        const parent = await headOf(repository, 'main');
        const changes = [{ path: VALIDATION_WORKFLOW, text: WORKFLOW }];
        const theirs = await sourceTree.commit(repository, { parent, changes, message: 'theirs', date: new Date(0) });
        await sourceTree.moveBranch(repository, branch, theirs, null);
      }
      return head;
    };
    expect(await check(freshRun(), effect)).toMatchObject({ pullRequest: 7 });
    expect(Object.keys(sourceTree.files('mge/setup'))).toEqual([VALIDATION_WORKFLOW]);
    expect(opened).toHaveLength(1);
  });

  it('does the same thing again without another commit', async () => {
    const { check, sourceTree } = setUp({ main: {} });
    await check(freshRun(), effect);
    await check(freshRun(), effect);
    expect(sourceTree.commits).toHaveLength(1);
  });

  it('leaves settings alone, those of the repository and those a person wrote on the branch', async () => {
    const own = setUp({ main: { [SETTINGS_PATH]: 'label: x' } });
    await own.check(freshRun(), effect);
    expect(own.sourceTree.files('mge/setup')[SETTINGS_PATH]).toBe('label: x');
    expect(own.opened[0]?.body).not.toContain(SETTINGS_PATH);
    const edited = setUp({ main: {}, 'mge/setup': { [VALIDATION_WORKFLOW]: 'old', [SETTINGS_PATH]: 'label: y' } });
    await edited.check(freshRun(), effect);
    expect(edited.sourceTree.files('mge/setup')).toEqual({
      [VALIDATION_WORKFLOW]: WORKFLOW,
      [SETTINGS_PATH]: 'label: y',
    });
  });

  it('says so once the pull request was merged', async () => {
    const { check, conversation } = setUp({ main: { [VALIDATION_WORKFLOW]: WORKFLOW } });
    const event = await check(freshRun({ onboardingPullRequest: 7 }), effect);
    expect(event).toEqual({ type: 'setup-checked', ready: true, pullRequest: 7 });
    expect(conversation.comments.get('setup-1')).toContain('is in place');
  });

  it('answers who asks for it without a run: nothing goes on by itself, and nothing is left to do afterwards', async () => {
    const idle = freshRun({ stage: 'idle' });
    const asked = { ...effect, asked: true };
    const missing = setUp({ main: {} });
    expect(await missing.check(idle, asked)).toEqual({ type: 'setup-checked', ready: false, pullRequest: 7 });
    expect(missing.opened[0]?.body).not.toContain('goes on');
    expect(missing.conversation.comments.get('setup-1')).toContain('**Please merge #7.** Specs of this repository');
    const there = setUp({ main: { [VALIDATION_WORKFLOW]: WORKFLOW } });
    await there.check(idle, asked);
    expect(there.conversation.comments.get('setup-1')).toContain('Nothing is left to do.');
  });

  it('gives an empty repository a first commit, so that there is something to open it against', async () => {
    const { check, sourceTree, opened } = setUp({});
    expect(await check(freshRun(), effect)).toMatchObject({ ready: false, pullRequest: 7 });
    expect(sourceTree.files('main')).toEqual({ 'README.md': '# ledger\n' });
    expect(Object.keys(sourceTree.files('mge/setup'))).toContain(VALIDATION_WORKFLOW);
    expect(opened).toHaveLength(1);
  });
});
