import { GitHubError } from '#local/github/http/github-error.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { User } from '#local/github/state/user.ts';

/** Refuses what the web pages do not offer: changing what is not yours without write permission. */
export function checkWrite(repository: Repository, user: User, owner?: User): void {
  const level = repository.permissions[user.login];
  if (level === 'admin' || level === 'write' || owner?.id === user.id) return;
  throw new GitHubError(403, `${user.login} needs write permission`);
}
