import { notFound } from '#local/github/http/github-error.ts';
import type { Comment } from '#local/github/state/comment.ts';
import type { Issue, PullIssue } from '#local/github/state/issue.ts';
import type { ReviewComment } from '#local/github/state/pull-request.ts';
import type { Repository } from '#local/github/state/repository.ts';

export function isPullIssue(issue: Issue): issue is PullIssue {
  return issue.pull !== null;
}

/** The issue or pull request of that number; 404 otherwise. */
export function findIssue(repository: Repository, number: number): Issue {
  const issue = repository.issues.find((known) => known.number === number);
  if (!issue) throw notFound();
  return issue;
}

/** The pull request of that number; 404 otherwise, also for plain issues. */
export function findPull(repository: Repository, number: number): PullIssue {
  const issue = findIssue(repository, number);
  if (!isPullIssue(issue)) throw notFound();
  return issue;
}

/** A comment of a conversation, with its issue; 404 otherwise. */
export function findComment(repository: Repository, id: number): { issue: Issue; comment: Comment } {
  for (const issue of repository.issues) {
    const comment = issue.comments.find((known) => known.id === id);
    if (comment) return { issue, comment };
  }
  throw notFound();
}

/** A line comment, with its pull request; 404 otherwise. */
export function findReviewComment(repository: Repository, id: number): { issue: PullIssue; comment: ReviewComment } {
  for (const issue of repository.issues.filter(isPullIssue)) {
    const comment = issue.pull.reviewComments.find((known) => known.id === id);
    if (comment) return { issue, comment };
  }
  throw notFound();
}
