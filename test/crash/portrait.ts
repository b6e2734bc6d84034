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

/** Everything that a run leaves behind: what people see, what git holds, what was paid. Two like runs have like portraits. */
export async function portrait(story: Story) {
  const { github, store, claude } = story;
  const gitDir = github.gitDir(REPOSITORY);
  const show = async (...words: string[]): Promise<string> =>
    (await git('git', ['--git-dir', gitDir, ...words])).stdout;
  const runId = `${REPOSITORY}#${story.issue}`;
  const spending = await store.ledger.spending(runId);
  const paid = claude.calls().filter(({ status }) => status === 200);
  return {
    page: { ...story.page(), comments: story.page().comments.map(say) },
    pulls: github.human
      .pullRequests(REPOSITORY)
      .map(({ number }) => describePull(github.human.pullRequestThread(REPOSITORY, number))),
    branches: (await show('for-each-ref', '--format=%(refname) %(objectname)')).trim().split('\n'),
    log: (await show('log', '--all', '--format=%H %T %an %s')).trim().split('\n').toSorted(),
    jobs: story.judge.jobs,
    spending,
    paidCalls: paid.length,
    left: await store.outbox.pending({ relayed: true, limit: 10 }),
  };
}
