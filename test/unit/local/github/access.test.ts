import { Octokit } from '@octokit/rest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGitHubStage, type GitHubStage } from '#test/support/local-github.ts';

let stage: GitHubStage;
beforeAll(async () => {
  stage = await startGitHubStage();
});
afterAll(() => stage.close());

function clientOf(token: string): Octokit {
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  return new Octokit({ auth: token, baseUrl: stage.baseUrl, log });
}

test('a token reaches only what it was given for', async () => {
  const { github, appOctokit, at } = stage;
  await github.human.createRepository('acme/secret', { installed: false });
  await github.human.createRepository('acme/second', { files: { 'a.txt': 'a' } });
  const { data: installation } = await appOctokit.apps.getRepoInstallation(at);
  const { data } = await appOctokit.apps.createInstallationAccessToken({
    installation_id: installation.id,
    repositories: ['shop'],
    permissions: { issues: 'read', metadata: 'read' },
  });
  const narrow = clientOf(data.token);
  expect((await narrow.apps.listReposAccessibleToInstallation()).data.repositories.map(({ name }) => name)).toEqual([
    'shop',
  ]);
  expect((await narrow.issues.listForRepo(at)).data).toEqual([]);
  await expect(narrow.issues.create({ ...at, title: 'No' })).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining('Resource not accessible by integration'),
  });
  await expect(narrow.issues.listForRepo({ owner: 'acme', repo: 'second' })).rejects.toMatchObject({ status: 404 });
  await expect(stage.octokit.issues.listForRepo({ owner: 'acme', repo: 'secret' })).rejects.toMatchObject({
    status: 404,
  });
  await expect(clientOf('nonsense').issues.listForRepo(at)).rejects.toMatchObject({ status: 401 });
  expect(await stage.told()).toEqual(['installation.created', 'installation_repositories.added']);
  expect(github.gateFindings()).toEqual([]);
});

test('a workflow file needs the workflows permission', async () => {
  const { appOctokit, at } = stage;
  const { data: installation } = await appOctokit.apps.getRepoInstallation(at);
  const { data } = await appOctokit.apps.createInstallationAccessToken({
    installation_id: installation.id,
    permissions: { contents: 'write' },
  });
  const tree = [{ path: '.github/workflows/x.yml', mode: '100644', type: 'blob', content: 'on: push\n' }] as const;
  await expect(clientOf(data.token).git.createTree({ ...at, tree: [...tree] })).rejects.toMatchObject({ status: 403 });
  expect((await stage.octokit.git.createTree({ ...at, tree: [...tree] })).status).toBe(201);
});

test('permissions are asked live, and people act with their own', async () => {
  const { github, octokit, at } = stage;
  github.human.addUser('eve');
  const ask = async (username: string) =>
    (await octokit.repos.getCollaboratorPermissionLevel({ ...at, username })).data.permission;
  expect(await ask('ada')).toBe('write');
  expect(await ask('eve')).toBe('read');
  github.human.setPermission('acme/shop', 'eve', 'admin');
  expect(await ask('eve')).toBe('admin');
  const mallory = clientOf(github.human.token('mallory'));
  await expect(mallory.git.createBlob({ ...at, content: 'x' })).rejects.toMatchObject({ status: 403 });
  expect((await mallory.issues.create({ ...at, title: 'Let me in' })).data.user?.login).toBe('mallory');
  expect((await stage.appOctokit.apps.getAuthenticated()).data?.slug).toBe('mge');
  expect((await octokit.rateLimit.get()).data.rate.limit).toBe(5000);
  expect((await octokit.repos.get(at)).data.default_branch).toBe('main');
  expect(github.gateFindings()).toEqual([]);
});

test('people without write permission talk, but change nothing of others', async () => {
  const { human } = stage.github;
  const eve = human.as('stranger', 'acme/shop');
  const number = human.as('ada', 'acme/shop').openIssue({ title: 'Hers' });
  const own = eve.comment(number, '/mge approve');
  eve.editComment(own, '/mge help');
  expect(human.issueThread('acme/shop', number).comments).toMatchObject([{ author: 'stranger', body: '/mge help' }]);
  expect(() => eve.addLabel(number, 'spec')).toThrow('needs write permission');
  expect(() => eve.closeIssue(number)).toThrow('needs write permission');
  await expect(eve.commitFile('main', 'x.txt', 'x', 'x')).rejects.toThrow('needs write permission');
});

test('taking the app off a repository takes its token off it too', async () => {
  const { github, octokit } = stage;
  await github.human.createRepository('acme/brief', { files: { 'a.txt': 'a' } });
  expect((await octokit.repos.get({ owner: 'acme', repo: 'brief' })).status).toBe(200);
  github.human.uninstallApp('acme/brief');
  await expect(octokit.repos.get({ owner: 'acme', repo: 'brief' })).rejects.toMatchObject({ status: 404 });
  expect((await stage.told()).at(-1)).toBe('installation_repositories.removed');
  expect(github.gateFindings()).toEqual([]);
});
