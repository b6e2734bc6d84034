import { mergePull, type MergeMethod } from '#local/github/actions/merge-pull.ts';
import { openPull, type NewPull } from '#local/github/actions/open-pull.ts';
import { replyInThread, setThreadResolved } from '#local/github/actions/review-threads.ts';
import { submitReview, type NewReview } from '#local/github/actions/submit-review.ts';
import { notFound } from '#local/github/http/github-error.ts';
import { checkWrite } from '#local/github/human/check-write.ts';
import { pullRequestEvent } from '#local/github/payloads/pull-request-events.ts';
import { findPull, findReviewComment } from '#local/github/state/find-issue.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

/** What a person does in reviews, and with the pull request itself. */
export function createReviewing(world: World, repository: Repository, user: User) {
  const author = { user, viaApp: false };
  const setResolved = (commentId: number, resolved: boolean): void => {
    const { issue, comment } = findReviewComment(repository, commentId);
    checkWrite(repository, user, issue.author.user);
    const rootId = comment.inReplyTo ?? comment.id;
    const thread = issue.pull.threads.find((known) => known.rootId === rootId);
    if (!thread) throw notFound();
    setThreadResolved(world, { repository, issue }, user, { thread, resolved });
  };
  return {
    /** Gives the pull request's number. */
    openPullRequest: async (wanted: NewPull): Promise<number> =>
      (await openPull(world, repository, author, wanted)).number,
    /** Gives the review's id. */
    submitReview: async (number: number, wanted: NewReview): Promise<number> =>
      (await submitReview(world, { repository, issue: findPull(repository, number) }, author, wanted)).id,
    /** Answers in the conversation that a line comment belongs to; gives the reply's id. */
    replyToReviewComment: (commentId: number, body: string): number => {
      const { issue } = findReviewComment(repository, commentId);
      return replyInThread(world, { repository, issue }, author, { to: commentId, body }).id;
    },
    /** Resolves the conversation that a line comment belongs to. */
    resolveThread: (commentId: number): void => setResolved(commentId, true),
    unresolveThread: (commentId: number): void => setResolved(commentId, false),
    /** Takes the draft mark off. */
    markReady: (number: number): void => {
      const issue = findPull(repository, number);
      checkWrite(repository, user, issue.author.user);
      if (!issue.pull.draft) return;
      issue.pull.draft = false;
      world.emit(pullRequestEvent(world, { repository, issue, sender: user, action: 'ready_for_review' }));
    },
    /** Gives the merge commit's SHA. */
    mergePullRequest: async (number: number, method?: MergeMethod): Promise<string> => {
      checkWrite(repository, user);
      return mergePull(world, repository, findPull(repository, number), { actor: author, method });
    },
  };
}
