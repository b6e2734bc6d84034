import { findIssue, findPull } from '#local/github/state/find-issue.ts';
import type {
  IssueThread,
  PullRequestThread,
  SeenComment,
  SeenLineThread,
  SeenReview,
} from '#local/github/human/seen.ts';
import type { Comment, Reaction } from '#local/github/state/comment.ts';
import type { Issue } from '#local/github/state/issue.ts';
import type { ReviewComment, ReviewThread } from '#local/github/state/pull-request.ts';
import type { Repository } from '#local/github/state/repository.ts';

function seeReactions(reactions: readonly Reaction[]): SeenComment['reactions'] {
  return reactions.map(({ content, user }) => ({ content, user: user.login }));
}

function seeComment(comment: Comment): SeenComment {
  const { id, author, body, createdAt, updatedAt, reactions } = comment;
  return { id, author: author.user.login, body, createdAt, updatedAt, reactions: seeReactions(reactions) };
}

function seeIssue(issue: Issue): IssueThread {
  return {
    number: issue.number,
    title: issue.title,
    body: issue.body ?? '',
    author: issue.author.user.login,
    state: issue.state,
    labels: [...issue.labels],
    reactions: seeReactions(issue.reactions),
    comments: issue.comments.map(seeComment),
  };
}

function seeThread(
  all: readonly ReviewComment[],
  root: ReviewComment,
  thread: ReviewThread | undefined,
): SeenLineThread {
  const { id, path, subject, line, originalLine, diffHunk } = root;
  const comments = all.filter((comment) => comment.id === id || comment.inReplyTo === id).map(seeComment);
  const isResolved = thread !== undefined && thread.resolvedBy !== null;
  return {
    id,
    path,
    line,
    originalLine,
    diffHunk,
    isResolved,
    isOutdated: subject === 'line' && line === null,
    comments,
  };
}

/** Reads what a person sees on an issue's page. */
export function readIssueThread(repository: Repository, number: number): IssueThread {
  return seeIssue(findIssue(repository, number));
}

/** Reads what a person sees on a pull request's page; replies stand in their thread, not as reviews. */
export function readPullRequestThread(repository: Repository, number: number): PullRequestThread {
  const issue = findPull(repository, number);
  const { pull } = issue;
  const reviews = pull.reviews.flatMap((review): SeenReview[] => {
    const own = pull.reviewComments.filter((comment) => comment.reviewId === review.id);
    if (own.length > 0 && own.every((comment) => comment.inReplyTo !== null)) return [];
    const threads = own.map((root) =>
      seeThread(
        pull.reviewComments,
        root,
        pull.threads.find(({ rootId }) => rootId === root.id),
      ),
    );
    const { id, author, state, body, commitId } = review;
    const reactions = seeReactions(review.reactions);
    return [{ id, author: author.user.login, state, body, commitId, reactions, threads }];
  });
  return {
    ...seeIssue(issue),
    head: { ref: pull.headRef, sha: pull.headSha },
    base: { ref: pull.baseRef, sha: pull.baseSha },
    draft: pull.draft,
    merged: pull.mergedAt !== null,
    mergeable: pull.statistics.mergeable,
    additions: pull.statistics.additions,
    deletions: pull.statistics.deletions,
    changedFiles: pull.statistics.changedFiles,
    reviews,
    checkRuns: repository.checkRuns
      .filter((run) => run.headSha === pull.headSha)
      .map(({ id, name, status, conclusion, title, summary }) => ({ id, name, status, conclusion, title, summary })),
  };
}
