import { notFound } from '#local/github/http/github-error.ts';
import { fullNameOf, type Repository } from '#local/github/state/repository.ts';
import type { State } from '#local/github/state/state.ts';

/**
 * Names are compared without regard to case, as GitHub does. A name of before leads to the repository, too: GitHub answers with
 * a redirect, which every client follows; here it is followed at once.
 */
export function findRepository(state: State, owner: string, name: string): Repository | undefined {
  const key = `${owner}/${name}`.toLowerCase();
  const named = (fullName: string): boolean => fullName.toLowerCase() === key;
  return (
    state.repositories.find((known) => named(fullNameOf(known))) ??
    state.repositories.find((known) => known.formerNames.some(named))
  );
}

/** The repository of that full name; 404 otherwise. */
export function findRepositoryByName(state: State, fullName: string): Repository {
  const [owner = '', name = ''] = fullName.split('/');
  const repository = findRepository(state, owner, name);
  if (!repository) throw notFound();
  return repository;
}
