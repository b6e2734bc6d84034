import type { CheckRun } from '#local/github/state/check.ts';
import type { Reaction } from '#local/github/state/comment.ts';
import type { Issue } from '#local/github/state/issue.ts';
import type { Review } from '#local/github/state/pull-request.ts';

/** What a person sees of a comment. */
export interface SeenComment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Content and who gave it. */
  readonly reactions: readonly { readonly content: Reaction['content']; readonly user: string }[];
}

export interface SeenLineThread {
  readonly id: number;
  readonly path: string;
  /** Null once the line is gone. */
  readonly line: number | null;
  /** Null for a conversation on a whole file. */
  readonly originalLine: number | null;
  readonly diffHunk: string;
  readonly isResolved: boolean;
  readonly isOutdated: boolean;
  /** The line comment and its replies. */
  readonly comments: readonly SeenComment[];
}

export interface SeenReview {
  readonly id: number;
  readonly author: string;
  readonly state: Review['state'];
  readonly body: string;
  readonly commitId: string;
  readonly reactions: SeenComment['reactions'];
  readonly threads: readonly SeenLineThread[];
}

/** An issue as its page shows it. */
export interface IssueThread {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly state: Issue['state'];
  readonly labels: readonly string[];
  readonly reactions: SeenComment['reactions'];
  readonly comments: readonly SeenComment[];
}

/** A pull request as its page shows it. */
export interface PullRequestThread extends IssueThread {
  readonly head: { readonly ref: string; readonly sha: string };
  readonly base: { readonly ref: string; readonly sha: string };
  readonly draft: boolean;
  readonly merged: boolean;
  readonly mergeable: boolean;
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
  readonly reviews: readonly SeenReview[];
  readonly checkRuns: readonly Pick<CheckRun, 'id' | 'name' | 'status' | 'conclusion' | 'title' | 'summary'>[];
}
