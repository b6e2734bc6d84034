import type { Reaction } from '#local/github/state/comment.ts';
import { nextId } from '#local/github/state/state.ts';
import type { User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

/** Adds a reaction; a second one of the same user and content is the first. GitHub tells no webhook. */
export function react(
  world: World,
  reactions: Reaction[],
  user: User,
  content: Reaction['content'],
): { readonly reaction: Reaction; readonly created: boolean } {
  const known = reactions.find((reaction) => reaction.user.id === user.id && reaction.content === content);
  if (known) return { reaction: known, created: false };
  const reaction = { id: nextId(world.state), content, user, createdAt: world.now() };
  reactions.push(reaction);
  return { reaction, created: true };
}
