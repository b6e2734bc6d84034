import { presentInstallation, presentInstalledRepository } from '#local/github/present/installation.ts';
import { ensureUser } from '#local/github/state/find-user.ts';
import type { Repository } from '#local/github/state/repository.ts';
import { nextId } from '#local/github/state/state.ts';
import type { World } from '#local/github/world.ts';

/** Installs the app on a repository and tells it, making the account's installation when it is the first. */
export function installApp(world: World, repository: Repository): void {
  const { state } = world;
  const sender = ensureUser(state, repository.owner, 'Organization');
  const presented = presentInstalledRepository(repository);
  repository.installed = true;
  const known = state.installations.find((installation) => installation.account === repository.owner);
  const installation = known ?? {
    id: nextId(state),
    account: repository.owner,
    createdAt: world.now(),
    suspendedAt: null,
  };
  if (!known) state.installations.push(installation);
  const shown = { installation: presentInstallation(world, installation) };
  const body = known
    ? {
        ...shown,
        repository_selection: 'selected',
        repositories_added: [presented],
        repositories_removed: [],
        requester: null,
      }
    : { ...shown, repositories: [presented], requester: null };
  const name = known ? 'installation_repositories' : 'installation';
  world.emit({ name, action: known ? 'added' : 'created', repository: null, sender, body });
}

/** Suspends the account's installation, or lets it work again, and tells it. */
export function suspendInstallation(world: World, account: string, suspended: boolean): void {
  const installation = world.state.installations.find((known) => known.account === account);
  if (!installation) return;
  installation.suspendedAt = suspended ? world.now() : null;
  const sender = ensureUser(world.state, account, 'Organization');
  const body = { installation: presentInstallation(world, installation) };
  world.emit({ name: 'installation', action: suspended ? 'suspend' : 'unsuspend', repository: null, sender, body });
}

/** Takes the app off a repository and tells it; the account's installation stays. */
export function uninstallApp(world: World, repository: Repository): void {
  const installation = world.state.installations.find(({ account }) => account === repository.owner);
  if (!repository.installed || !installation) return;
  repository.installed = false;
  const body = {
    installation: presentInstallation(world, installation),
    repository_selection: 'selected',
    repositories_added: [],
    repositories_removed: [presentInstalledRepository(repository)],
    requester: null,
  };
  const sender = ensureUser(world.state, repository.owner, 'Organization');
  world.emit({ name: 'installation_repositories', action: 'removed', repository: null, sender, body });
}
