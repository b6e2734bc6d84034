import { isEmpty } from '#local/github/git/refs.ts';
import { GitHubError } from '#local/github/http/github-error.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import type { Method, Reply, RepositoryCall, Route } from '#local/github/http/route.ts';

/** A route of the git data; GitHub answers 409 while a repository has no commit at all. */
export function gitRoute(
  method: Method,
  path: string,
  level: 'read' | 'write',
  handle: (call: RepositoryCall) => Promise<Reply>,
): Route {
  return repositoryRoute(method, path, `contents:${level}`, async (call) => {
    if (await isEmpty(call.gitDir)) throw new GitHubError(409, 'Git Repository is empty.');
    return handle(call);
  });
}
