import { installApp } from '#local/github/actions/install-app.ts';
import { fullNameOf, type Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

/** Renames a repository or transfers it; the app, where it was installed, is installed at the new owner's too. */
export function moveRepository(world: World, repository: Repository, to: string): void {
  const [owner = '', name = ''] = to.split('/');
  const transferred = owner !== repository.owner;
  repository.formerNames.push(fullNameOf(repository));
  Object.assign(repository, { owner, name });
  if (!transferred || !repository.installed) return;
  repository.installed = false;
  repository.permissions[owner] = 'admin';
  installApp(world, repository);
}
