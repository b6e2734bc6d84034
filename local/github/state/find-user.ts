import { nextId, type State } from '#local/github/state/state.ts';
import type { User } from '#local/github/state/user.ts';

/** Logins are compared without regard to case, as GitHub does. */
export function findUser(state: State, login: string): User | undefined {
  return state.users.find((user) => user.login.toLowerCase() === login.toLowerCase());
}

/** Finds the user, or signs them up. */
export function ensureUser(state: State, login: string, type: User['type'] = 'User', id?: number): User {
  const known = findUser(state, login);
  if (known) return known;
  const user: User = { id: id ?? nextId(state), login, type };
  state.users.push(user);
  return user;
}
