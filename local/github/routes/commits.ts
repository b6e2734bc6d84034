import { readCommit, readCommits } from '#local/github/git/commits.ts';
import { changedFiles, countApart, mergeBase } from '#local/github/git/compare.ts';
import { resolveSha } from '#local/github/git/refs.ts';
import { notFound, unprocessable } from '#local/github/http/github-error.ts';
import { listReply } from '#local/github/http/paginate.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import { param, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import { presentCommit, presentFile } from '#local/github/present/commit.ts';
import { pageUrl, repositoryApiUrl } from '#local/github/present/links.ts';
import { gitRoute } from '#local/github/routes/git-route.ts';

const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

async function resolve(call: RepositoryCall, name: string): Promise<string> {
  const sha = (await resolveSha(call.gitDir, `refs/heads/${name}`)) ?? (await resolveSha(call.gitDir, name));
  if (sha === null) throw notFound();
  return sha;
}

async function getCommit(call: RepositoryCall): Promise<Reply> {
  const name = param(call, 'ref');
  const sha = (await resolveSha(call.gitDir, `refs/heads/${name}`)) ?? (await resolveSha(call.gitDir, name));
  if (sha === null) throw unprocessable(`No commit found for SHA: ${name}`);
  if (call.accept.includes('vnd.github.sha')) {
    return { status: 200, bytes: { content: Buffer.from(sha), type: 'application/vnd.github.sha' } };
  }
  const commit = await readCommit(call.gitDir, sha);
  const files = await changedFiles(call.gitDir, commit.parents[0] ?? emptyTree, sha);
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  const body = {
    ...presentCommit(call.world, call.repository, commit),
    stats: { additions, deletions, total: additions + deletions },
    files: files.map((file) => presentFile(call.world, call.repository, file, sha)),
  };
  return { status: 200, body };
}

async function listCommits(call: RepositoryCall): Promise<Reply> {
  const sha = await resolve(call, call.query.get('sha') ?? call.repository.defaultBranch);
  const commits = await readCommits(call.gitDir, [sha]);
  const present = (commit: (typeof commits)[number]) => presentCommit(call.world, call.repository, commit);
  return listReply(call, '/repos/{owner}/{repo}/commits', commits, present);
}

async function compare(call: RepositoryCall): Promise<Reply> {
  const { world, repository, gitDir } = call;
  const basehead = param(call, 'basehead');
  const [left = '', right = ''] = basehead.split('...').map((name) => name.replace(`${repository.owner}:`, ''));
  const [base, head] = await Promise.all([resolve(call, left), resolve(call, right)]);
  const ancestor = await mergeBase(gitDir, base, head);
  if (ancestor === null) throw notFound();
  const [apart, files, log] = await Promise.all([
    countApart(gitDir, base, head),
    changedFiles(gitDir, ancestor, head),
    readCommits(gitDir, [`${base}..${head}`]),
  ]);
  const { ahead, behind } = apart;
  const oneSided = behind > 0 ? 'behind' : 'identical';
  const url = pageUrl(world, repository, `/compare/${basehead}`);
  const present = async (sha: string) => presentCommit(world, repository, await readCommit(gitDir, sha));
  const body = {
    url: repositoryApiUrl(world, repository, `/compare/${basehead}`),
    html_url: url,
    permalink_url: url,
    diff_url: `${url}.diff`,
    patch_url: `${url}.patch`,
    base_commit: await present(base),
    merge_base_commit: await present(ancestor),
    status: ahead > 0 ? (behind > 0 ? 'diverged' : 'ahead') : oneSided,
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    commits: log.toReversed().map((commit) => presentCommit(world, repository, commit)),
    files: files.slice(0, 300).map((file) => presentFile(world, repository, file, head)),
  };
  return { status: 200, body };
}

export const commitRoutes = [
  gitRoute('get', '/commits', 'read', listCommits),
  repositoryRoute('get', '/commits/{ref}', 'contents:read', getCommit),
  repositoryRoute('get', '/compare/{basehead}', 'contents:read', compare),
];
