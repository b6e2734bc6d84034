import type { JsonObject } from '#local/github/json.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { presentUser } from '#local/github/present/user.ts';
import { reactionContents, type Reaction } from '#local/github/state/comment.ts';
import type { World } from '#local/github/world.ts';

export function presentReaction(world: World, reaction: Reaction): JsonObject {
  return {
    id: reaction.id,
    node_id: nodeId('Reaction', reaction.id),
    user: presentUser(world, reaction.user),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}

/** The counts that GitHub puts on every thing that can be reacted to. */
export function presentReactionCounts(url: string, reactions: readonly Reaction[]): JsonObject {
  const counts = reactionContents.map((content) => [
    content,
    reactions.filter((reaction) => reaction.content === content).length,
  ]);
  return { url: `${url}/reactions`, total_count: reactions.length, ...Object.fromEntries(counts) };
}
