import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createActions } from '#adapters/github/actions/create-actions.ts';
import { createPermissions } from '#adapters/github/create-permissions.ts';
import { createPullRequests } from '#adapters/github/pull-requests/create-pull-requests.ts';
import { createSourceTree } from '#adapters/github/content/create-source-tree.ts';
import { nockGitHub, repository, type NockedGitHub } from '#test/unit/adapters/github/nocked-github.ts';

const DATE = new Date('2026-11-20T09:00:00Z');
const place = '/repos/acme/shop';

/** Answers that GitHub gives seldom, and that the local GitHub does not give. */
describe('rare answers of GitHub', () => {
  let github: NockedGitHub;

  beforeEach(() => {
    github = nockGitHub();
    github.grantToken('one');
  });

  afterEach(() => github.leave());

  it('an empty repository has no head', async () => {
    github.api.get(`${place}/git/ref/heads%2Fmain`).reply(409, { message: 'Git Repository is empty.' });
    expect(await createSourceTree(github.context).headOf(repository, 'main')).toBeNull();
  });

  it('the first commit of an empty repository goes in through the contents API and is then replaced', async () => {
    const { api, context } = github;
    api.get(`${place}/git/ref/heads%2Fmain`).reply(409, {});
    api
      .put(`${place}/contents/README.md`, (body: { content: string }) => body.content === 'IyBTaG9wCg==')
      .reply(201, { commit: { sha: 'contents-commit' } });
    api
      .post(`${place}/git/trees`, (body) => body.base_tree === undefined && body.tree.length === 2)
      .reply(201, { sha: 'tree' });
    api
      .post(`${place}/git/commits`, (body) => body.parents.length === 0 && body.tree === 'tree')
      .reply(201, { sha: 'root' });
    api.patch(`${place}/git/refs/heads%2Fmain`, { sha: 'root', force: true }).reply(200, {});
    const changes = [
      { path: 'README.md', text: '# Shop\n' },
      { path: 'LICENSE', text: 'MIT\n' },
    ];
    const request = { parent: null, changes, message: 'chore: start', date: DATE };
    expect(await createSourceTree(context).commit(repository, request)).toBe('root');
  });

  it('a repository that is not empty any more is not overwritten', async () => {
    const { api, context } = github;
    api.get(`${place}/git/ref/heads%2Fmain`).reply(200, { object: { sha: 'ada' } });
    api.post(`${place}/git/trees`).reply(201, { sha: 'tree' });
    api.post(`${place}/git/commits`).reply(201, { sha: 'root' });
    api
      .get(`${place}/git/commits/ada`)
      .reply(200, { parents: [], message: 'Initial commit', author: { email: 'ada@example.org' } });
    const changes = [{ path: 'README.md', text: '# Shop\n' }];
    const request = { parent: null, changes, message: 'chore: start', date: DATE };
    await expect(createSourceTree(context).commit(repository, request)).rejects.toMatchObject({ code: 'branch-moved' });
  });

  it('a tree that is too large for one answer is walked folder by folder', async () => {
    const { api, context } = github;
    api.get(`${place}/git/commits/head`).reply(200, { tree: { sha: 'root' } });
    const folder = { path: 'src', type: 'tree', sha: 'src-tree', mode: '040000' };
    const file = { path: 'a.ts', type: 'blob', sha: 'a', mode: '100644', size: 3 };
    const submodule = { path: 'lib', type: 'commit', sha: 'c', mode: '160000' };
    api.get(`${place}/git/trees/root?recursive=1`).reply(200, { truncated: true, tree: [] });
    api.get(`${place}/git/trees/root`).reply(200, { truncated: false, tree: [folder, submodule] });
    api.get(`${place}/git/trees/src-tree?recursive=1`).reply(200, { truncated: false, tree: [file] });
    expect(await createSourceTree(context).list(repository, 'head')).toEqual([
      { path: 'src/a.ts', sha: 'a', mode: '100644', size: 3 },
    ]);
  });

  it('symbolic links and very large files are not read', async () => {
    const { api, context } = github;
    api.get(`${place}/git/commits/head`).reply(200, { tree: { sha: 'root' } });
    const tree = [
      { path: 'link', type: 'blob', sha: 'l', mode: '120000', size: 3 },
      { path: 'data.json', type: 'blob', sha: 'd', mode: '100644', size: 9_000_000 },
    ];
    api.get(`${place}/git/trees/root?recursive=1`).reply(200, { truncated: false, tree });
    expect((await createSourceTree(context).read(repository, 'head', ['link', 'data.json'])).size).toBe(0);
  });

  it('where drafts are not allowed, the pull request is opened as it is', async () => {
    const { api, context } = github;
    api.get(`${place}/pulls`).query(true).twice().reply(200, []);
    api
      .post(`${place}/pulls`, (body) => body.draft === true)
      .reply(422, { message: 'Draft pull requests are not supported' });
    api.post(`${place}/pulls`, (body) => body.draft === false).reply(201, { number: 8 });
    const request = { head: 'mge/1-shop', base: 'main', title: 'feat: shop', body: '', draft: true };
    expect(await createPullRequests(context).open(repository, request)).toBe(8);
  });

  it("an organisation's own role counts as the permission that it amounts to", async () => {
    const { api, context } = github;
    const may = (answer: object): Promise<string> => {
      api.get(`${place}/collaborators/ada/permission`).reply(200, answer);
      return createPermissions(context).of(repository, 'ada');
    };
    expect(await may({ permission: 'write', role_name: 'maintain' })).toBe('maintain');
    expect(await may({ permission: 'write', role_name: 'Security engineer' })).toBe('write');
    expect(await may({ permission: 'odd', role_name: 'odd' })).toBe('none');
  });

  it('an artifact that is too large is not even asked for, an expired one is none', async () => {
    const { api, context } = github;
    const download = (artifact: object): Promise<Uint8Array> => {
      const artifacts = [{ id: 1, name: 'mge-results', expired: false, size_in_bytes: 10, ...artifact }];
      api.get(`${place}/actions/runs/9/artifacts`).query(true).reply(200, { artifacts });
      return createActions(context).downloadResults(repository, 9);
    };
    const refused = { code: 'results-invalid' };
    await expect(download({ size_in_bytes: 1_000_000_000 })).rejects.toMatchObject(refused);
    await expect(download({ expired: true })).rejects.toMatchObject(refused);
  });

  it('a run of the same name by somebody else is not believed', async () => {
    const { api, context } = github;
    const run = {
      id: 9,
      event: 'workflow_dispatch',
      head_sha: 'head',
      path: '.github/workflows/mge-validate.yml@refs/heads/main',
      display_title: 'MGE validation 1-b1',
      status: 'completed',
      conclusion: 'success',
      html_url: 'https://github.example.org/run/9',
      actor: { login: 'mge[bot]' },
    };
    const find = (change: object): Promise<unknown> => {
      api
        .get(`${place}/actions/workflows/mge-validate.yml/runs`)
        .query(true)
        .reply(200, { workflow_runs: [{ ...run, ...change }] });
      const query = { workflow: '.github/workflows/mge-validate.yml', headSha: 'head', key: '1-b1' };
      return createActions(context).find(repository, query);
    };
    expect(await find({})).toMatchObject({ id: 9, conclusion: 'success' });
    expect(await find({ actor: { login: 'eve' } })).toBeNull();
    expect(await find({ event: 'push' })).toBeNull();
    expect(await find({ head_sha: 'other' })).toBeNull();
    expect(await find({ path: '.github/workflows/evil.yml' })).toBeNull();
    expect(await find({ display_title: 'MGE validation 1-b11' })).toBeNull();
  });

  const comment = { marker: 'atom-a', path: 'a.ts', startLine: 7, endLine: 9, body: 'Is this right?' };
  const review = { marker: 'review-1', commit: 'head', body: 'Please look.', comments: [comment] };
  const mine = { user: { login: 'mge[bot]' } };
  const posted = { ...mine, id: 70, body: '<!-- mge:atom-a -->\nAbout lines 7–9.\n\nIs this right?' };
  const onFile = { commit_id: 'head', path: 'a.ts', subject_type: 'file', body: posted.body };

  it('a comment on lines that the diff does not show stands on the file', async () => {
    const { api, context } = github;
    api.get(`${place}/pulls/8/reviews?per_page=100`).reply(200, []);
    const file = { filename: 'a.ts', status: 'modified', patch: '@@ -1,2 +1,3 @@\n a\n+b\n c' };
    api.get(`${place}/pulls/8/files?per_page=100`).reply(200, [file]);
    api.post(`${place}/pulls/8/reviews`, (body) => body.comments.length === 0).reply(200, {});
    api.post(`${place}/pulls/8/comments`, onFile).reply(201, {});
    api.get(`${place}/pulls/8/comments?per_page=100`).reply(200, [posted]);
    const ids = await createPullRequests(context).review(repository, 8, review);
    expect([...ids]).toEqual([['atom-a', 70]]);
  });

  it('so does one that GitHub refuses on its lines, since the branch has moved on', async () => {
    const { api, context } = github;
    api.get(`${place}/pulls/8/comments?per_page=100`).reply(200, []);
    api.get(`${place}/pulls/8/reviews?per_page=100`).twice().reply(200, []);
    const file = { filename: 'a.ts', status: 'added', patch: '@@ -0,0 +1,20 @@\n+a' };
    api.get(`${place}/pulls/8/files?per_page=100`).reply(200, [file]);
    const line = { path: 'a.ts', line: 9, side: 'RIGHT', start_line: 7, start_side: 'RIGHT' };
    const body = '<!-- mge:atom-a -->\nIs this right?';
    const whole = { commit_id: 'head', event: 'COMMENT', body: '<!-- mge:review-1 -->\nPlease look.' };
    api.post(`${place}/pulls/8/reviews`, { ...whole, comments: [{ ...line, body }] }).reply(422, {});
    api.post(`${place}/pulls/8/reviews`, { ...whole, comments: [] }).reply(200, {});
    api.post(`${place}/pulls/8/comments`, onFile).reply(201, {});
    api.get(`${place}/pulls/8/comments?per_page=100`).reply(200, [posted]);
    expect((await createPullRequests(context).review(repository, 8, review)).size).toBe(1);
  });

  it('a review that was cut short is completed, not doubled', async () => {
    const { api, context } = github;
    api.get(`${place}/pulls/8/comments?per_page=100`).reply(200, []);
    api
      .get(`${place}/pulls/8/reviews?per_page=100`)
      .reply(200, [{ ...mine, body: '<!-- mge:review-1 -->\nPlease look.' }]);
    api.get(`${place}/pulls/8/files?per_page=100`).reply(200, [{ filename: 'a.ts', status: 'modified' }]);
    api.post(`${place}/pulls/8/comments`, onFile).reply(201, {});
    api.get(`${place}/pulls/8/comments?per_page=100`).reply(200, [posted]);
    expect((await createPullRequests(context).review(repository, 8, review)).size).toBe(1);
  });
});
