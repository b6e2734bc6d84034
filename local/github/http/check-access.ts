import { forbidden, GitHubError, notFound } from '#local/github/http/github-error.ts';
import type { Identity } from '#local/github/http/identity.ts';
import type { Access } from '#local/github/http/route.ts';
import type { InstallationToken } from '#local/github/state/installation.ts';
import { fullNameOf, type Repository } from '#local/github/state/repository.ts';
import type { Actor } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

/** Whether a token has at least this level of a permission. */
export function tokenAllows(token: InstallationToken, name: string, level: 'read' | 'write'): boolean {
  const granted = token.permissions[name];
  return granted === 'write' || granted === 'admin' || (granted === 'read' && level === 'read');
}

/** Whether the installation (and the token's own narrowing) covers the repository. */
export function coversRepository(identity: Identity, repository: Repository): boolean {
  if (identity.kind !== 'installation') return true;
  const { installation, token } = identity;
  const named = token.repositories === null || token.repositories.includes(fullNameOf(repository));
  return repository.installed && repository.owner === installation.account && named;
}

/** Refuses calls of routes that stand over no repository. */
export function checkAppAccess(identity: Identity, access: Access): void {
  if (access.by === 'app' && identity.kind !== 'app') {
    throw new GitHubError(401, 'A JSON web token could not be decoded');
  }
  if (access.by === 'installation' && identity.kind !== 'installation') throw forbidden();
}

/** Refuses calls that the caller may not make on the repository, in the way GitHub does. */
export function checkRepositoryAccess(identity: Identity, repository: Repository, access: Access): void {
  if (access.by !== 'permission') return checkAppAccess(identity, access);
  if (identity.kind === 'app') throw forbidden();
  if (identity.kind === 'anonymous') {
    if (access.level === 'read') return;
    throw new GitHubError(401, 'Requires authentication');
  }
  if (!coversRepository(identity, repository)) throw notFound();
  if (repository.archived && access.level === 'write') {
    throw new GitHubError(403, 'Repository was archived so is read-only.');
  }
  if (identity.kind === 'installation') {
    if (!access.name.some((name) => tokenAllows(identity.token, name, access.level))) throw forbidden();
    return;
  }
  // anyone may write in conversations of a public repository; only collaborators change the rest
  const talks = access.name.some((name) => name === 'issues' || name === 'pull_requests');
  const level = repository.permissions[identity.user.login];
  if (access.level === 'write' && !talks && level !== 'admin' && level !== 'write') {
    throw new GitHubError(403, 'Must have push access to repository.');
  }
}

/** The account that a call acts for. */
export function actorOf(world: World, identity: Identity): Actor {
  if (identity.kind === 'user') return { user: identity.user, viaApp: false };
  return { user: world.bot, viaApp: identity.kind === 'installation' };
}
