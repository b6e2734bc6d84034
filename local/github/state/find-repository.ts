import { notFound } from '#local/github/http/github-error.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { State } from '#local/github/state/state.ts';

/** Names are compared without regard to case, as GitHub does. */
export function findRepository(state: State, owner: string, name: string): Repository | undefined {
  const key = `${owner}/${name}`.toLowerCase();
  return state.repositories.find((known) => `${known.owner}/${known.name}`.toLowerCase() === key);
}

/** The repository of that full name; 404 otherwise. */
export function findRepositoryByName(state: State, fullName: string): Repository {
  const [owner = '', name = ''] = fullName.split('/');
  const repository = findRepository(state, owner, name);
  if (!repository) throw notFound();
  return repository;
}
