import type { Comment, Reaction } from '#local/github/state/comment.ts';
import type { Actor, User } from '#local/github/state/user.ts';

export type ReviewState = 'PENDING' | 'COMMENTED' | 'APPROVED' | 'CHANGES_REQUESTED' | 'DISMISSED';

export interface Review {
  readonly id: number;
  readonly author: Actor;
  body: string;
  state: ReviewState;
  readonly commitId: string;
  submittedAt: string | null;
  readonly reactions: Reaction[];
}

export interface ReviewComment extends Comment {
  readonly reviewId: number;
  readonly inReplyTo: number | null;
  readonly path: string;
  /** A comment on a whole file has no line. */
  readonly subject: 'line' | 'file';
  /** Where the comment stands now; null once its line is gone (outdated), and for a whole file. */
  line: number | null;
  readonly originalLine: number | null;
  readonly startLine: number | null;
  readonly side: 'LEFT' | 'RIGHT';
  readonly diffHunk: string;
  readonly position: number;
  commitId: string;
  readonly originalCommitId: string;
}

/** A conversation on a line: the root comment and its replies. */
export interface ReviewThread {
  readonly id: number;
  readonly rootId: number;
  resolvedBy: string | null;
}

export interface PullStatistics {
  readonly commits: number;
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
  readonly mergeable: boolean;
}

export interface PullRequest {
  readonly id: number;
  readonly headRef: string;
  baseRef: string;
  headSha: string;
  baseSha: string;
  draft: boolean;
  mergedAt: string | null;
  mergedBy: User | null;
  mergeCommitSha: string | null;
  statistics: PullStatistics;
  readonly reviews: Review[];
  readonly reviewComments: ReviewComment[];
  readonly threads: ReviewThread[];
}
