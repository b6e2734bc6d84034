import { expect, test } from 'vitest';
import { beginStory } from '#test/support/scenario-story.ts';

const better = `/** The average in whole cents; zero of nothing. */
export function average(cents: readonly number[]): number {
  const count = Math.max(1, cents.length);
  return roundHalfUp(sum(cents) / count);
}
`;

test('where the settings ask for it, each function is written in a call of its own, and judged once', async () => {
  const story = await beginStory({
    settings: 'review:\n  share: 0.34\ngeneration:\n  first_attempt: focused\n',
    rules: [
      { stage: 'regenerate', subject: 'src.total.average', give: { kind: 'text', file: 'better.ts', explanation: '' } },
    ],
    files: { 'better.ts': better },
  });
  await story.goToReview();
  expect(story.status()).toContain('ready for your review');
  const calls = story.claude.calls().filter(({ stage }) => stage === 'regenerate');
  expect(calls.map(({ subject }) => subject)).toContain('src.total.average');
  expect(new Set(calls.map(({ attempt }) => attempt))).toEqual(new Set([1]));
  expect(story.judge.jobs).toHaveLength(1);
  expect(await story.file('src/total.ts')).toContain('Math.max(1, cents.length)');
  await story.end();
});
