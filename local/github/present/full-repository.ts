import type { JsonObject } from '#local/github/json.ts';
import { presentRepository } from '#local/github/present/repository.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

/** A repository as `full-repository`. */
export function presentFullRepository(world: World, repository: Repository): JsonObject {
  return { ...presentRepository(world, repository), network_count: 0, subscribers_count: 0 };
}
