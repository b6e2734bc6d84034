import { readCommit } from '#local/github/git/commits.ts';
import { listRefs, resolveSha } from '#local/github/git/refs.ts';
import { GitHubError, notFound } from '#local/github/http/github-error.ts';
import { listReply } from '#local/github/http/paginate.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import { param, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import { presentCommit } from '#local/github/present/commit.ts';
import { presentFullRepository } from '#local/github/present/full-repository.ts';
import { repositoryApiUrl } from '#local/github/present/links.ts';
import { presentUser } from '#local/github/present/user.ts';
import { findUser } from '#local/github/state/find-user.ts';

async function getBranch(call: RepositoryCall): Promise<Reply> {
  const { world, repository } = call;
  const name = param(call, 'branch');
  const sha = await resolveSha(call.gitDir, `refs/heads/${name}`);
  if (sha === null) throw new GitHubError(404, 'Branch not found');
  const url = repositoryApiUrl(world, repository, `/branches/${encodeURIComponent(name)}`);
  const commit = presentCommit(world, repository, await readCommit(call.gitDir, sha));
  const links = { self: url, html: `${world.url}/${repository.owner}/${repository.name}/tree/${name}` };
  const protection = { enabled: false, required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] } };
  const body = { name, commit, _links: links, protected: false, protection, protection_url: `${url}/protection` };
  return { status: 200, body };
}

async function listBranches(call: RepositoryCall): Promise<Reply> {
  const refs = await listRefs(call.gitDir, 'refs/heads/');
  return listReply(call, '/repos/{owner}/{repo}/branches', refs, ({ name, sha }) => ({
    name: name.replace('refs/heads/', ''),
    commit: { sha, url: repositoryApiUrl(call.world, call.repository, `/commits/${sha}`) },
    protected: false,
  }));
}

function getPermission(call: RepositoryCall): Reply {
  const { world, repository } = call;
  const user = findUser(world.state, param(call, 'username'));
  if (!user) throw notFound();
  // anyone may read a public repository
  const permission = repository.permissions[user.login] ?? 'read';
  const may = (...levels: readonly string[]) => levels.includes(permission);
  const permissions = {
    admin: may('admin'),
    maintain: may('admin'),
    push: may('admin', 'write'),
    triage: may('admin', 'write'),
    pull: may('admin', 'write', 'read'),
  };
  const presented = { ...presentUser(world, user), permissions, role_name: permission };
  return { status: 200, body: { permission, role_name: permission, user: presented } };
}

export const repositoryRoutes = [
  repositoryRoute('get', '', 'metadata:read', ({ world, repository }) => ({
    status: 200,
    body: presentFullRepository(world, repository),
  })),
  repositoryRoute('get', '/branches', 'contents:read', listBranches),
  repositoryRoute('get', '/branches/{branch}', 'contents:read', getBranch),
  repositoryRoute('get', '/collaborators/{username}/permission', 'metadata:read', getPermission),
];
