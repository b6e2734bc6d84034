import type { Repository } from '#domain/run/repository.ts';

export interface LineComment {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly body: string;
  /** Finds the comment again: hidden in the body. */
  readonly marker: string;
}

export interface OpenPullRequest {
  /** Branches of the repository itself, without `refs/heads/`. */
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
  readonly draft: boolean;
}

export interface ReviewRequest {
  readonly marker: string;
  /** The commit whose lines are meant. */
  readonly commit: string;
  readonly body: string;
  readonly comments: readonly LineComment[];
}

/** A line comment that a person wrote. */
export interface Remark {
  readonly id: number;
  /** The thread's first comment; its own id where it is that one. */
  readonly rootId: number;
  readonly reviewId: number;
  readonly author: string;
  readonly path: string;
  /** The last line that it is about; null on a whole file. */
  readonly line: number | null;
  readonly text: string;
}

/** Pull requests and their reviews. */
export interface PullRequests {
  /** Opens a draft pull request for a head branch, or finds the open one; then sets title and body. */
  open(repository: Repository, request: OpenPullRequest): Promise<number>;
  update(repository: Repository, number: number, change: { body?: string; ready?: boolean }): Promise<void>;
  /**
   * Posts one review of line comments on a commit, or what is missing of the one with this marker. Lines that are not in
   * the diff are posted on the file; comments on files that the pull request does not touch go into the review's text.
   * Answers marker → id of the thread's first comment.
   */
  review(repository: Repository, number: number, request: ReviewRequest): Promise<Map<string, number>>;
  /** Line comments of people (never of apps), oldest first. */
  remarks(repository: Repository, number: number): Promise<Remark[]>;
  /** Resolves the thread that begins with a comment; one that is gone or resolved needs nothing. */
  resolveThread(repository: Repository, number: number, rootId: number): Promise<void>;
}
