import { changedFiles, mergeBase } from '#local/github/git/compare.ts';
import { placeInPatch, type DiffPlace } from '#local/github/git/diff-lines.ts';
import { GitHubError } from '#local/github/http/github-error.ts';
import type { PullIssue } from '#local/github/state/issue.ts';
import type { Review, ReviewComment } from '#local/github/state/pull-request.ts';
import { nextId } from '#local/github/state/state.ts';
import type { World } from '#local/github/world.ts';

export interface LineComment {
  readonly path: string;
  readonly line: number;
  readonly side?: 'LEFT' | 'RIGHT' | undefined;
  readonly start_line?: number | undefined;
  readonly body: string;
}

/** Finds each comment's place in the diff; 422 for a line that the diff does not show. */
export async function placeComments(gitDir: string, issue: PullIssue, sha: string, comments: readonly LineComment[]) {
  if (comments.length === 0) return [];
  const base = (await mergeBase(gitDir, issue.pull.baseSha, sha)) ?? issue.pull.baseSha;
  const files = await changedFiles(gitDir, base, sha);
  return comments.map((comment): { comment: LineComment; place: DiffPlace } => {
    const file = files.find(({ path }) => path === comment.path);
    const refusal = file ? 'line must be part of the diff' : 'path could not be resolved';
    const place = file?.patch ? placeInPatch(file.patch, comment.line, comment.side ?? 'RIGHT') : null;
    if (!place)
      throw new GitHubError(422, 'Unprocessable Entity', { errors: [`Pull request review thread ${refusal}`] });
    return { comment, place };
  });
}

/** A line comment of a review, not yet told. */
export function createLineComment(
  world: World,
  review: Review,
  { comment, place }: { readonly comment: LineComment; readonly place: DiffPlace },
): ReviewComment {
  const now = world.now();
  return {
    id: nextId(world.state),
    reviewId: review.id,
    inReplyTo: null,
    author: review.author,
    body: comment.body,
    path: comment.path,
    subject: 'line',
    line: comment.line,
    originalLine: comment.line,
    startLine: comment.start_line ?? null,
    side: comment.side ?? 'RIGHT',
    diffHunk: place.hunk,
    position: place.position,
    commitId: review.commitId,
    originalCommitId: review.commitId,
    createdAt: now,
    updatedAt: now,
    reactions: [],
  };
}
