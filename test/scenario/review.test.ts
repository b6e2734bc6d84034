import { expect, test } from 'vitest';
import type { Rule } from '#local/claude/script.ts';
import type { SeenLineThread } from '#local/github/human/seen.ts';
import { beginStory, type Story } from '#test/support/scenario-story.ts';

const AVERAGE = 'src.total.average';
const better = `/** The average in whole cents; zero of nothing. */
export function average(cents: readonly number[]): number {
  const count = Math.max(1, cents.length);
  return roundHalfUp(sum(cents) / count);
}
`;
const rule: Rule = {
  stage: 'regenerate',
  subject: AVERAGE,
  contains: 'no question mark',
  give: { kind: 'text', file: 'better.ts', explanation: 'Counts at least one.' },
};
const wishes = { rules: [rule], files: { 'better.ts': better } };

function threadOf(story: Story, symbol: string): SeenLineThread {
  const found = story.threads().find(({ comments }) => comments[0]?.body.includes(`mge:atom:${symbol} `));
  if (found === undefined) throw new Error(`no thread on ${symbol}`);
  return found;
}

test('an atom is sent back in its thread: written anew, judged, committed, and shown there', async () => {
  const story = await beginStory(wishes);
  await story.goToReview();
  const before = await story.commits();
  story.ada.replyToReviewComment(threadOf(story, AVERAGE).id, '/mge regenerate please use no question mark');
  await story.settle();
  const commits = await story.commits();
  expect(commits).toHaveLength(before.length + 1);
  expect(commits.at(-1)).toContain('average');
  expect(await story.file('src/total.ts')).toContain('Math.max(1, cents.length)');
  expect(threadOf(story, AVERAGE).comments.at(-1)?.body).toContain('```diff');
  expect(story.judge.jobs.at(-1)).toContain(AVERAGE);
  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');
  await story.end();
});

test('an atom is sent back by its name on the pull request; an unknown name is told', async () => {
  const story = await beginStory(wishes);
  await story.goToReview();
  const { number } = story.pull();
  story.ada.comment(number, '/mge regenerate total.avrage use no question mark');
  await story.settle();
  expect(story.pull().comments.at(-1)?.body).toContain('I know no atom `total.avrage`');
  expect(await story.file('src/total.ts')).not.toContain('Math.max');

  story.ada.comment(number, '/mge regenerate total.average use no question mark');
  await story.settle();
  expect(await story.file('src/total.ts')).toContain('Math.max');
  const answer = story.pull().comments.at(-1)?.body ?? '';
  expect(answer).toContain('`average` in `src/total.ts`: written anew as you asked, and it **passed**');
  expect(answer).toContain('+  const count = Math.max(1, cents.length);');
  await story.end();
});

test('a new text that fails is told where it was asked for, and the branch stays as it is', async () => {
  const story = await beginStory(wishes);
  await story.goToReview();
  story.judge.fails('average', 9);
  const before = await story.file('src/total.ts');
  story.ada.comment(story.pull().number, '/mge regenerate total.average use no question mark');
  await story.settle();
  const answer = story.pull().comments.at(-1)?.body ?? '';
  expect(answer).toContain('the new text **did not pass**, so the branch was left as it was');
  expect(await story.file('src/total.ts')).toBe(before);
  await story.end();
});

test('a thread is approved in words, another is resolved, and the run is done', async () => {
  const story = await beginStory();
  await story.goToReview();
  const strange = story.mallory.replyToReviewComment(threadOf(story, AVERAGE).id, '/mge approve');
  await story.settle();
  const answers = threadOf(story, AVERAGE).comments;
  expect(answers.find(({ id }) => id === strange)?.reactions).toContainEqual({ content: 'confused', user: 'mge[bot]' });

  story.ada.replyToReviewComment(threadOf(story, AVERAGE).id, '/mge approve\n\nHalves go up, good.');
  await story.settle();
  expect(threadOf(story, AVERAGE).isResolved).toBe(true);
  expect(story.status()).toContain('1 open thread');
  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');
  await story.end();
});

test('a person who decides before the review is wholly posted is heard', async () => {
  const story = await beginStory();
  await story.settle();
  story.github.failNext('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', { status: 502, afterwards: true });
  const plan = story.find('<!-- mge:approve:');
  story.ada.editComment(plan?.id ?? 0, (plan?.body ?? '').replace(/- \[ \](?=.*<!-- mge:approve:)/, '- [x]'));
  await story.settle(0);
  expect(story.threads()).toHaveLength(2);
  story.ada.resolveThread(threadOf(story, AVERAGE).id);
  await story.settle(0);
  await story.settle();
  expect(story.status()).toContain('1 open thread');
  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');
  await story.end();
});

test('the report is posted when it is asked for, too', async () => {
  const story = await beginStory();
  await story.goToReview();
  const count = story.page().comments.length;
  await story.say('/mge report');
  expect(story.page().comments.length).toBeGreaterThan(count + 1);
  expect(story.page().comments.at(-1)).toMatchObject({ author: 'mge[bot]' });
  expect(story.status()).toContain('ready for your review');
  await story.end();
});
