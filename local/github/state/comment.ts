import type { Actor, User } from '#local/github/state/user.ts';

export const reactionContents = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'] as const;

export interface Reaction {
  readonly id: number;
  readonly content: (typeof reactionContents)[number];
  readonly user: User;
  readonly createdAt: string;
}

export interface Comment {
  readonly id: number;
  readonly author: Actor;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
  readonly reactions: Reaction[];
}
