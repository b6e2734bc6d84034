import type { Signature } from '#local/github/git/commits.ts';
import type { User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

/** How an account signs a commit that it makes through GitHub. */
export function signatureOf(world: World, user: User): Signature {
  return { name: user.login, email: `${user.id}+${user.login}@users.noreply.github.com`, date: world.now() };
}
