import type { Installation, InstallationToken } from '#local/github/state/installation.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { User } from '#local/github/state/user.ts';

/** Everything the local GitHub knows beside the git objects: plain data. */
export interface State {
  lastId: number;
  readonly users: User[];
  readonly installations: Installation[];
  readonly tokens: InstallationToken[];
  readonly repositories: Repository[];
}

/** The next number of the one sequence that gives every id; the same acts give the same ids. */
export function nextId(state: State): number {
  state.lastId += 1;
  return state.lastId;
}
