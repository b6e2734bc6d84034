import { expect, test } from 'vitest';
import type { Rule } from '#local/claude/script.ts';
import { beginStory, type Story } from '#test/support/scenario-story.ts';

const texts: Record<string, readonly [file: string, text: string]> = {
  'src.total.average': [
    'average.ts',
    `/** The average in whole cents; zero of nothing. */
export function average(cents: readonly number[]): number {
  const count = Math.max(1, cents.length);
  return roundHalfUp(sum(cents) / count);
}
`,
  ],
  'src.total.sum': [
    'sum.ts',
    `export function sum(cents: readonly number[]): number {
  let total = 0;
  for (const each of cents) total += each;
  return total;
}
`,
  ],
};
const rules = Object.entries(texts).map(([subject, [file]]): Rule => ({
  stage: 'regenerate',
  subject,
  contains: 'please',
  give: { kind: 'text', file, explanation: 'As asked.' },
}));
const files = Object.fromEntries(Object.values(texts));

/** The line of the branch's file that holds a text. */
async function lineOf(story: Story, path: string, text: string): Promise<number> {
  return (await story.file(path)).split('\n').findIndex((line) => line.includes(text)) + 1;
}

test('changes requested on lines, asked about or not: the pieces are written anew together, and each thread is answered', async () => {
  const story = await beginStory({ rules, files });
  await story.goToReview();
  const asked = story.threads().map(({ comments }) => comments[0]?.body ?? '');
  const jobs = story.judge.jobs.length;
  await story.ada.submitReview(story.pull().number, {
    event: 'REQUEST_CHANGES',
    body: 'Two things.',
    comments: [
      {
        path: 'src/total.ts',
        line: await lineOf(story, 'src/total.ts', 'function average'),
        body: 'No question mark, please.',
      },
      {
        path: 'src/total.ts',
        line: await lineOf(story, 'src/total.ts', 'function sum'),
        body: 'A plain loop, please.',
      },
    ],
  });
  await story.settle();
  expect(await story.file('src/total.ts')).toContain('Math.max(1, cents.length)');
  expect(await story.file('src/total.ts')).toContain('for (const each of cents)');
  expect(story.judge.jobs.slice(jobs)).toEqual([expect.arrayContaining(['src.total.average', 'src.total.sum'])]);
  const answers = story.threads().filter(({ comments }) => comments.at(-1)?.body.includes('Written anew as you asked'));
  expect(answers).toHaveLength(2);
  expect(story.threads().length).toBeGreaterThan(asked.length);
  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');
  await story.end();
});

test('a command in a thread on lines that MGE did not ask about works on the piece that stands there', async () => {
  const story = await beginStory({ rules, files });
  await story.goToReview();
  const line = await lineOf(story, 'src/total.ts', 'function sum');
  await story.ada.submitReview(story.pull().number, {
    event: 'COMMENT',
    comments: [{ path: 'src/total.ts', line, body: 'A plain loop, please.' }],
  });
  await story.settle();
  expect(await story.file('src/total.ts')).not.toContain('for (const each of cents)');
  const thread = story.threads().find(({ comments }) => comments[0]?.body.startsWith('A plain loop'));
  story.ada.replyToReviewComment(thread?.id ?? 0, '/mge regenerate');
  await story.settle();
  expect(await story.file('src/total.ts')).toContain('for (const each of cents)');
  await story.end();
});

test('requested changes without a comment on code are answered; commands in the text of a review are heard', async () => {
  const story = await beginStory({ rules, files });
  await story.goToReview();
  const { number } = story.pull();
  await story.ada.submitReview(number, { event: 'REQUEST_CHANGES', body: 'Not good enough.' });
  await story.settle();
  expect(story.pull().comments.at(-1)?.body).toContain('I found no comment of yours on lines of code');

  await story.ada.submitReview(number, {
    event: 'COMMENT',
    body: '/mge regenerate total.average no question mark, please',
  });
  await story.settle();
  expect(await story.file('src/total.ts')).toContain('Math.max(1, cents.length)');
  const review = story.pull().reviews.find(({ body }) => body.startsWith('/mge'));
  const reactions = review?.reactions.map(({ content }) => content);
  expect(reactions).toEqual(expect.arrayContaining(['eyes', 'rocket']));
  await story.end();
});

test('a stranger’s requested changes change nothing', async () => {
  const story = await beginStory({ rules, files });
  await story.goToReview();
  const before = await story.commits();
  const line = await lineOf(story, 'src/total.ts', 'function sum');
  await story.mallory.submitReview(story.pull().number, {
    event: 'REQUEST_CHANGES',
    body: 'Mine.',
    comments: [{ path: 'src/total.ts', line, body: 'A plain loop, please.' }],
  });
  await story.settle();
  expect(await story.commits()).toEqual(before);
  expect(story.status()).toContain('ready for your review');
  await story.end();
});
