import type { JsonObject } from '#local/github/json.ts';
import { subscribedEvents } from '#local/github/present/app.ts';
import { apiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { presentUser } from '#local/github/present/user.ts';
import { ensureUser } from '#local/github/state/find-user.ts';
import type { Installation } from '#local/github/state/installation.ts';
import { fullNameOf, type Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

/** The app on an account as `installation`. */
export function presentInstallation(world: World, installation: Installation): JsonObject {
  const account = ensureUser(world.state, installation.account, 'Organization');
  return {
    id: installation.id,
    client_id: `Iv1.${world.app.id}`,
    account: presentUser(world, account),
    repository_selection: 'selected',
    access_tokens_url: apiUrl(world, `/app/installations/${installation.id}/access_tokens`),
    repositories_url: apiUrl(world, '/installation/repositories'),
    html_url: `${world.url}/settings/installations/${installation.id}`,
    app_id: world.app.id,
    app_slug: world.app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: { ...world.app.permissions },
    events: [...subscribedEvents],
    created_at: installation.createdAt,
    updated_at: installation.createdAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: installation.suspendedAt === null ? null : presentUser(world, account),
    suspended_at: installation.suspendedAt,
  };
}

/** A repository as the installation events name it. */
export function presentInstalledRepository(repository: Repository): JsonObject {
  const { id, name } = repository;
  return { id, node_id: nodeId('Repository', id), name, full_name: fullNameOf(repository), private: false };
}
