import { inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { Run } from '#domain/run/run.ts';

/** What a run waits for, from whom, and what to type; null when it works on its own. */
export function waitingFor(run: Run): string | null {
  if (run.paused !== null) return null;
  if (run.waiting !== undefined && run.waiting !== null) return service(run.waiting);
  switch (run.stage) {
    case 'answering': {
      const answered = new Set(run.discovery.answers.map((answer) => answer.question));
      const open = run.discovery.questions.filter((question) => !answered.has(question.id)).map(({ id }) => id);
      const which = open.length === 0 ? 'the questions' : open.join(', ');
      return `Waiting for **answers** to ${which} from ${inlineMarkdown(run.issue.author, 60)} or anyone with write access: reply like \`1A, 2B\`, or type \`/mge defaults\` to take what I recommend.`;
    }
    case 'approving':
      return 'Waiting for someone with write access to **approve the plan**: tick its box, or type `/mge approve`. To change it, type `/mge revise` and what should be different.';
    case 'onboarding':
      return run.onboardingPullRequest === null
        ? null
        : `Waiting for a maintainer to **merge #${run.onboardingPullRequest}**, which adds the workflow that runs the tests. I go on by myself then.`;
    case 'reviewing':
      return reviewing(run);
    default:
      return null;
  }
}

function reviewing(run: Run): string | null {
  const threads = Object.values(run.review?.threads ?? {});
  const open = threads.filter((thread) => thread.state === 'open' || thread.state === 'answered').length;
  if (open === 0 || run.pullRequest === null) return null;
  const noun = open === 1 ? 'thread' : 'threads';
  return `Waiting for **reviewers**: ${open} open ${noun} on #${run.pullRequest}. Resolve each, edit the code, or reply \`/mge regenerate\` and what to change. Approving the pull request ends the review.`;
}

function service({ since, until, reason }: NonNullable<Run['waiting']>): string {
  const clock = (iso: string): string => `${iso.slice(11, 16)} UTC`;
  return `**Claude** has not answered since ${clock(since)} (${inlineMarkdown(reason, 200)}). I try again at ${clock(until)} by myself; nothing is lost.`;
}
