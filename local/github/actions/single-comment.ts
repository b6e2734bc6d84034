import { checkBody } from '#local/github/actions/change-comment.ts';
import { createLineComment, placeComments } from '#local/github/actions/line-comment.ts';
import { tellReview } from '#local/github/actions/submit-review.ts';
import { changedFiles, mergeBase } from '#local/github/git/compare.ts';
import { readCommits } from '#local/github/git/commits.ts';
import { unprocessable, validationFailed } from '#local/github/http/github-error.ts';
import type { PullIssue } from '#local/github/state/issue.ts';
import type { Review, ReviewComment } from '#local/github/state/pull-request.ts';
import type { Repository } from '#local/github/state/repository.ts';
import { nextId } from '#local/github/state/state.ts';
import type { Actor } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

export interface SingleComment {
  readonly body: string;
  readonly path: string;
  readonly commitId: string;
  /** Null for a comment on the whole file. */
  readonly place: {
    readonly line: number;
    readonly side?: 'LEFT' | 'RIGHT' | undefined;
    readonly startLine?: number | undefined;
  } | null;
}

interface PullPlace {
  readonly repository: Repository;
  readonly issue: PullIssue;
}

/** A comment outside any review of several: GitHub makes a review of its own for it. 422 where it cannot stand. */
export async function addSingleComment(
  world: World,
  { repository, issue }: PullPlace,
  author: Actor,
  wanted: SingleComment,
): Promise<ReviewComment> {
  checkBody(wanted.body, 'PullRequestReviewComment');
  const gitDir = world.gitDirOf(repository);
  await checkCommit(gitDir, issue, wanted.commitId);
  const review: Review = {
    id: nextId(world.state),
    author,
    body: '',
    state: 'COMMENTED',
    commitId: wanted.commitId,
    submittedAt: world.now(),
    reactions: [],
  };
  const comment =
    wanted.place === null
      ? await onFile(world, gitDir, { issue, review, wanted })
      : await onLine(world, gitDir, { issue, review, wanted, place: wanted.place });
  issue.pull.reviews.push(review);
  issue.pull.reviewComments.push(comment);
  issue.pull.threads.push({ id: nextId(world.state), rootId: comment.id, resolvedBy: null });
  issue.updatedAt = review.submittedAt ?? issue.updatedAt;
  tellReview(world, { repository, issue }, review);
  return comment;
}

async function checkCommit(gitDir: string, issue: PullIssue, commitId: string): Promise<void> {
  const known = await readCommits(gitDir, [issue.pull.headSha, `^${issue.pull.baseSha}`]);
  if (known.some(({ sha }) => sha === commitId)) return;
  throw validationFailed({
    resource: 'PullRequestReviewComment',
    field: 'commit_id',
    code: 'custom',
    message: 'commit_id is not part of the pull request',
  });
}

interface Placing {
  readonly issue: PullIssue;
  readonly review: Review;
  readonly wanted: SingleComment;
}

async function onLine(
  world: World,
  gitDir: string,
  { issue, review, wanted, place }: Placing & { readonly place: NonNullable<SingleComment['place']> },
): Promise<ReviewComment> {
  const { line, side, startLine } = place;
  const comment = { path: wanted.path, body: wanted.body, line, side, start_line: startLine };
  const [placed] = await placeComments(gitDir, issue, wanted.commitId, [comment]);
  if (placed === undefined) throw unprocessable('line could not be resolved');
  return createLineComment(world, review, placed);
}

async function onFile(world: World, gitDir: string, { issue, review, wanted }: Placing): Promise<ReviewComment> {
  const { path, body, commitId } = wanted;
  const base = (await mergeBase(gitDir, issue.pull.baseSha, commitId)) ?? issue.pull.baseSha;
  const files = await changedFiles(gitDir, base, commitId);
  if (!files.some((file) => file.path === path)) throw unprocessable('Pull request review thread path is invalid');
  const hunk = { hunk: '', position: 1 };
  const comment = createLineComment(world, review, { comment: { path, body, line: 1 }, place: hunk });
  return { ...comment, subject: 'file', line: null, originalLine: null };
}
