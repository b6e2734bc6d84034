import type { Repository } from '#local/github/state/repository.ts';
import type { User } from '#local/github/state/user.ts';

/** `author_association` of a user on a repository. */
export function associationOf(repository: Repository, user: User): 'OWNER' | 'COLLABORATOR' | 'NONE' {
  if (user.login === repository.owner) return 'OWNER';
  const level = repository.permissions[user.login];
  return level === 'admin' || level === 'write' ? 'COLLABORATOR' : 'NONE';
}
