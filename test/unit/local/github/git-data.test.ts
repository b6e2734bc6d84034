import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGitHubStage, type GitHubStage } from '#test/support/local-github.ts';

const run = promisify(execFile);

let stage: GitHubStage;
beforeAll(async () => {
  stage = await startGitHubStage();
});
afterAll(() => stage.close());

async function mainSha(): Promise<string> {
  return (await stage.octokit.git.getRef({ ...stage.at, ref: 'heads/main' })).data.object.sha;
}

const author = { name: 'MGE', email: 'mge@example.com', date: '2026-11-20T09:00:00Z' };

async function commitOn(
  parent: string,
  tree: { path: string; content?: string; sha?: string | null }[],
): Promise<string> {
  const { octokit, at } = stage;
  const entries = tree.map((entry) => ({ ...entry, mode: '100644', type: 'blob' }) as const);
  const { data } = await octokit.git.createTree({ ...at, base_tree: parent, tree: entries });
  const commit = await octokit.git.createCommit({
    ...at,
    message: 'A level',
    tree: data.sha,
    parents: [parent],
    author,
  });
  return commit.data.sha;
}

describe('a level is committed as tree, commit and ref', () => {
  test('the same commit twice has the same SHA, and the files read back', async () => {
    const { octokit, at, github } = stage;
    const parent = await mainSha();
    const tree = [
      { path: 'src/b.ts', content: 'export const b = 2;\n' },
      { path: 'src/a.ts', sha: null },
    ];
    const first = await commitOn(parent, tree);
    expect(await commitOn(parent, tree)).toBe(first);
    await octokit.git.createRef({ ...at, ref: 'refs/heads/mge/run-1', sha: first });
    const { data } = await octokit.git.getTree({ ...at, tree_sha: first, recursive: 'true' });
    expect(data.tree.map(({ path }) => path)).toEqual(['README.md', 'src', 'src/b.ts']);
    const file = await octokit.repos.getContent({ ...at, path: 'src/b.ts', ref: 'mge/run-1' });
    expect(file.data).toMatchObject({ type: 'file', encoding: 'base64' });
    await expect(octokit.repos.getContent({ ...at, path: 'src/a.ts', ref: 'mge/run-1' })).rejects.toMatchObject({
      status: 404,
    });
    expect((await octokit.repos.getBranch({ ...at, branch: 'mge/run-1' })).data.commit.sha).toBe(first);
    const compared = await octokit.repos.compareCommitsWithBasehead({ ...at, basehead: 'main...mge/run-1' });
    expect(compared.data).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0 });
    expect(compared.data.files?.map(({ filename, status }) => `${status} ${filename}`)).toEqual([
      'removed src/a.ts',
      'added src/b.ts',
    ]);
    const blob = await octokit.git.createBlob({
      ...at,
      content: Buffer.from([0, 255]).toString('base64'),
      encoding: 'base64',
    });
    const read = await octokit.git.getBlob({ ...at, file_sha: blob.data.sha });
    expect(Buffer.from(read.data.content, 'base64')).toEqual(Buffer.from([0, 255]));
    expect((await octokit.git.getCommit({ ...at, commit_sha: first })).data.author.date).toBe(author.date);
    expect((await octokit.repos.getCommit({ ...at, ref: 'mge/run-1' })).data.sha).toBe(first);
    const refs = await octokit.git.listMatchingRefs({ ...at, ref: 'heads/mge/' });
    expect(refs.data.map(({ ref }) => ref)).toEqual(['refs/heads/mge/run-1']);
    expect(await stage.told()).toContain('push');
    expect(github.gateFindings()).toEqual([]);
  });

  test('a ref moves only forward, is made only once, and names do not nest', async () => {
    const { octokit, at } = stage;
    const parent = await mainSha();
    const left = await commitOn(parent, [{ path: 'left.txt', content: 'l' }]);
    const right = await commitOn(parent, [{ path: 'right.txt', content: 'r' }]);
    const ref = 'heads/mge/forward';
    await octokit.git.createRef({ ...at, ref: `refs/${ref}`, sha: left });
    const sidewards = octokit.git.updateRef({ ...at, ref, sha: right, force: false });
    await expect(sidewards).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('not a fast forward'),
    });
    await octokit.git.updateRef({ ...at, ref, sha: right, force: true });
    const twice = octokit.git.createRef({ ...at, ref: `refs/${ref}`, sha: right });
    await expect(twice).rejects.toMatchObject({ status: 422, message: expect.stringContaining('already exists') });
    const nested = octokit.git.createRef({ ...at, ref: 'refs/heads/mge/forward/deeper', sha: right });
    await expect(nested).rejects.toMatchObject({ status: 422 });
    await octokit.git.deleteRef({ ...at, ref });
    await expect(octokit.git.getRef({ ...at, ref })).rejects.toMatchObject({ status: 404 });
  });

  test('trees and commits of nothing are refused', async () => {
    const { octokit, at } = stage;
    const nowhere = '1'.repeat(40);
    const tree = [{ path: 'x', mode: '100644', type: 'blob', sha: nowhere }] as const;
    await expect(octokit.git.createTree({ ...at, tree: [...tree] })).rejects.toMatchObject({ status: 422 });
    await expect(octokit.git.createCommit({ ...at, message: 'm', tree: nowhere, parents: [] })).rejects.toMatchObject({
      status: 422,
    });
    expect(stage.github.gateFindings()).toEqual([]);
  });
});

describe('git itself', () => {
  test('clones with a token, pushes a branch, and the app is told of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mge-clone-'));
    const remote = stage.github.url.replace('://', `://x-access-token:${await stage.token()}@`);
    const git = (...args: string[]) =>
      run('git', ['-C', folder, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args]);
    await run('git', ['clone', '--quiet', `${remote}/acme/shop.git`, folder]);
    await git('checkout', '--quiet', '-b', 'by-hand');
    await writeFile(join(folder, 'hand.txt'), 'made by hand\n');
    await git('add', '.');
    await git('commit', '--quiet', '-m', 'By hand');
    await git('push', '--quiet', 'origin', 'by-hand');
    const { data } = await stage.octokit.repos.getContent({ ...stage.at, path: 'hand.txt', ref: 'by-hand' });
    expect(data).toMatchObject({ name: 'hand.txt' });
    await stage.github.settled();
    const push = stage.webhooks.filter(({ name }) => name === 'push').at(-1);
    expect(push?.payload['ref']).toBe('refs/heads/by-hand');
    expect(push?.sender).toBe('mge[bot]');
    await rm(folder, { recursive: true });
  });

  test('refuses strangers, and workflows without their permission', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mge-clone-'));
    const { data: installation } = await stage.appOctokit.apps.getRepoInstallation(stage.at);
    const narrow = await stage.appOctokit.apps.createInstallationAccessToken({
      installation_id: installation.id,
      permissions: { contents: 'write' },
    });
    const remote = stage.github.url.replace('://', `://x-access-token:${narrow.data.token}@`);
    const git = (...args: string[]) =>
      run('git', ['-C', folder, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...args]);
    await run('git', ['clone', '--quiet', `${remote}/acme/shop.git`, folder]);
    await mkdir(join(folder, '.github/workflows'), { recursive: true });
    await writeFile(join(folder, '.github/workflows/own.yml'), 'on: push\n');
    await git('add', '.');
    await git('commit', '--quiet', '-m', 'Own workflow');
    await expect(git('push', 'origin', 'HEAD:refs/heads/sneaky')).rejects.toMatchObject({
      stderr: expect.stringContaining('without `workflows` permission'),
    });
    const wrong = stage.github.url.replace('://', '://x-access-token:nonsense@');
    await git('checkout', '--quiet', '-b', 'plain', 'origin/main');
    await expect(git('push', `${wrong}/acme/shop.git`, 'HEAD:refs/heads/strange')).rejects.toMatchObject({ code: 128 });
    await rm(folder, { recursive: true });
  });
});

test('an empty repository takes its first commit through its contents only, as on GitHub', async () => {
  const { github, octokit } = stage;
  await github.human.createRepository('acme/green');
  const green = { owner: 'acme', repo: 'green' };
  await expect(octokit.git.createBlob({ ...green, content: 'x' })).rejects.toMatchObject({ status: 409 });
  await expect(octokit.repos.getContent({ ...green, path: 'README.md' })).rejects.toMatchObject({ status: 404 });
  await expect(octokit.repos.getBranch({ ...green, branch: 'main' })).rejects.toMatchObject({ status: 404 });
  const content = Buffer.from('# Green\n').toString('base64');
  const first = { ...green, path: 'docs/README.md', message: 'First', content, branch: 'main' };
  expect((await octokit.repos.createOrUpdateFileContents(first)).status).toBe(201);
  await expect(octokit.repos.createOrUpdateFileContents(first)).rejects.toMatchObject({ status: 422 });
  const root = await octokit.repos.getContent({ ...green, path: '' });
  expect(root.data).toMatchObject([{ name: 'docs', type: 'dir' }]);
  const commits = await octokit.repos.listCommits(green);
  expect(commits.data.map(({ commit }) => commit.message)).toEqual(['First']);
  expect(github.gateFindings()).toEqual([]);
});
