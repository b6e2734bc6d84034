import type { Comment, Reaction } from '#local/github/state/comment.ts';
import type { PullRequest } from '#local/github/state/pull-request.ts';
import type { Actor } from '#local/github/state/user.ts';

/** An issue; a pull request is an issue with a `pull` part, as on GitHub. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly author: Actor;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'not_planned' | 'reopened' | null;
  labels: string[];
  assignees: string[];
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  readonly comments: Comment[];
  readonly reactions: Reaction[];
  readonly pull: PullRequest | null;
}

/** An issue that is known to be a pull request. */
export type PullIssue = Issue & { readonly pull: PullRequest };
