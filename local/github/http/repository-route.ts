import { actorOf, checkRepositoryAccess } from '#local/github/http/check-access.ts';
import { notFound } from '#local/github/http/github-error.ts';
import {
  param,
  type Access,
  type Method,
  type Reply,
  type RepositoryCall,
  type Route,
} from '#local/github/http/route.ts';
import { findRepository } from '#local/github/state/find-repository.ts';

type PermissionLevel = `${string}:${'read' | 'write'}`;

function readAccess(permission: PermissionLevel): Access {
  const [names = '', level] = permission.split(':');
  return { by: 'permission', name: names.split('|'), level: level === 'write' ? 'write' : 'read' };
}

/**
 * A route under `/repos/{owner}/{repo}`. `permission` is what an installation's token needs: `issues:write`, or
 * `issues|pull_requests:write` when either will do.
 */
export function repositoryRoute(
  method: Method,
  path: string,
  permission: PermissionLevel,
  handle: (call: RepositoryCall) => Promise<Reply> | Reply,
): Route {
  const access = readAccess(permission);
  return {
    method,
    path: `/repos/{owner}/{repo}${path}`,
    access,
    handle: (call) => {
      const repository = findRepository(call.world.state, param(call, 'owner'), param(call, 'repo'));
      if (!repository) throw notFound();
      checkRepositoryAccess(call.identity, repository, access);
      const gitDir = call.world.gitDirOf(repository);
      return handle({ ...call, repository, gitDir, actor: actorOf(call.world, call.identity) });
    },
  };
}
