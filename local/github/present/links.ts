import { fullNameOf, type Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

/** The REST address of a path such as `/users/ada`. */
export function apiUrl(world: World, path: string): string {
  return `${world.url}/api/v3${path}`;
}

/** The REST address of something in a repository. */
export function repositoryApiUrl(world: World, repository: Repository, path = ''): string {
  return apiUrl(world, `/repos/${fullNameOf(repository)}${path}`);
}

/** The address of something in a repository as people open it. */
export function pageUrl(world: World, repository: Repository, path = ''): string {
  return `${world.url}/${fullNameOf(repository)}${path}`;
}
