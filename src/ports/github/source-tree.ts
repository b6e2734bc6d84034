import type { Repository } from '#domain/run/repository.ts';

export interface TreeEntry {
  readonly path: string;
  readonly sha: string;
  readonly size: number;
  readonly mode: string;
}

export interface FileChange {
  readonly path: string;
  /** Null deletes the file. */
  readonly text: string | null;
}

export interface CommitRequest {
  /** Null makes the first commit of an empty repository; its default branch then stands at the answer. */
  readonly parent: string | null;
  readonly changes: readonly FileChange[];
  readonly message: string;
  /** Fixed, so that the same commit made twice has the same SHA. */
  readonly date: Date;
}

/** The repository's content. Commits are functions of their request; branches only move forward from the expected commit. */
export interface SourceTree {
  /**
   * The commit of a branch, or null when there is none (an empty repository, an unknown branch). `lately`: as it was within
   * the last minute, for reading what surrounds the work; several who ask then cost one request.
   */
  headOf(repository: Repository, branch: string, when?: 'now' | 'lately'): Promise<string | null>;
  list(repository: Repository, commit: string): Promise<TreeEntry[]>;
  /** Texts of files by path; a path that is missing or binary is left out. */
  read(repository: Repository, commit: string, paths: readonly string[]): Promise<Map<string, string>>;
  commit(repository: Repository, request: CommitRequest): Promise<string>;
  /**
   * Points a branch to a commit. `expected` is the commit it must be at (null: it must not exist); when it already is at
   * `commit`, nothing happens. `force` is for candidate branches only, and asks nothing of where the branch was. Throws `branch-moved`.
   */
  moveBranch(
    repository: Repository,
    branch: string,
    commit: string,
    expected: string | null,
    force?: boolean,
  ): Promise<void>;
}
