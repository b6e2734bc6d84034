import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startAdapters, type AdapterStage } from '#test/contract/github/start-adapters.ts';

describe('Repositories on GitHub', () => {
  let stage: AdapterStage;
  beforeEach(async () => {
    stage = await startAdapters({ files: { 'README.md': '# Shop\n' } });
  });
  afterEach(() => stage.close());

  it('are described as they are, and not at all where there is none', async () => {
    const { repositories, repository, local } = stage;
    const { installationId } = repository;
    const plain = { repository, archived: false, disabled: false, fork: false };
    expect(await repositories.describe(installationId, repository)).toEqual(plain);
    local.human.archive('acme/shop', true);
    expect(await repositories.describe(installationId, repository)).toEqual({ ...plain, archived: true });
    expect(await repositories.describe(installationId, { owner: 'acme', name: 'nothing' })).toBeNull();
  });

  it('tell of the newest pull request of a branch, whatever became of it', async () => {
    const { repositories, repository, sourceTree, pullRequests, local } = stage;
    const parent = await sourceTree.headOf(repository, 'main');
    const change = { changes: [{ path: 'a', text: 'a' }], message: 'a', date: new Date('2026-11-21T09:00:00Z') };
    const commit = await sourceTree.commit(repository, { parent, ...change });
    for (const branch of ['one', 'two']) await sourceTree.moveBranch(repository, branch, commit, null);
    expect(await repositories.lastPullRequest(repository, 'one')).toBeNull();
    const open = (head: string) =>
      pullRequests.open(repository, { head, base: 'main', title: head, body: '', draft: false });
    const first = await open('one');
    await open('two');
    expect(await repositories.lastPullRequest(repository, 'one')).toEqual({ number: first, open: true });
    local.human.setPermission('acme/shop', 'ada', 'write');
    local.human.as('ada', 'acme/shop').closeIssue(first);
    expect(await repositories.lastPullRequest(repository, 'one')).toEqual({ number: first, open: false });
    const second = await open('one');
    expect(await repositories.lastPullRequest(repository, 'one')).toEqual({ number: second, open: true });
  });
});
