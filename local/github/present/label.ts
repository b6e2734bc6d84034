import type { JsonObject } from '#local/github/json.ts';
import { repositoryApiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import type { Label, Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

export function presentLabel(world: World, repository: Repository, label: Label): JsonObject {
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: repositoryApiUrl(world, repository, `/labels/${encodeURIComponent(label.name)}`),
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

/** The labels of these names, as the repository knows them. */
export function presentLabels(world: World, repository: Repository, names: readonly string[]): JsonObject[] {
  return repository.labels
    .filter((label) => names.includes(label.name))
    .map((label) => presentLabel(world, repository, label));
}
