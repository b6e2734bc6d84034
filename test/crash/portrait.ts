import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { PullRequestThread, SeenComment } from '#local/github/human/seen.ts';
import type { Story } from '#test/support/scenario-story.ts';
import { REPOSITORY } from '#test/support/scenario-world.ts';

const git = promisify(execFile);

/** How often GitHub was asked, and how long it took, are all that may differ. */
function timeless(text: string): string {
  return text.replaceAll(/\| (?:Requests to GitHub|Time|Time left) \|[^\n]*/g, '');
}

export function say({ author, body, reactions }: SeenComment) {
  return { author, body: timeless(body), reactions: reactions.map(({ content, user }) => `${content} of ${user}`) };
}

export function describePull(pull: PullRequestThread) {
  const { title, body, state, draft, head, base, comments, reviews, checkRuns } = pull;
  return {
    title,
    body: timeless(body),
    state,
    draft,
    head,
    base,
    comments: comments.map(say),
    checks: checkRuns.map(({ name, conclusion, title: text }) => `${name}: ${conclusion}, ${text}`),
    reviews: reviews.map((review) => ({
      author: review.author,
      state: review.state,
      body: review.body,
      commit: review.commitId,
      threads: review.threads.map(({ path, line, isResolved, comments: said }) => ({
        path,
        line,
        isResolved,
        comments: said.map(say),
      })),
    })),
  };
}
