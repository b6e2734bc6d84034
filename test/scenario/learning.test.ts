import { expect, test } from 'vitest';
import { beginStory, type Story } from '#test/support/scenario-story.ts';
import { REPOSITORY } from '#test/support/scenario-world.ts';

const better = `/** The average in whole cents; zero of nothing. */
export function average(cents: readonly number[]): number {
  const count = Math.max(1, cents.length);
  return roundHalfUp(sum(cents) / count);
}
`;
const wishes = {
  settings: 'review:\n  share: 0.34\nretrieval:\n  sources: [repository, runs]\n',
  rules: [
    {
      stage: 'regenerate',
      subject: 'src.total.average',
      give: { kind: 'text', file: 'better.ts', explanation: 'Counts at least one.' },
    },
  ],
  files: { 'better.ts': better },
} as const;

/** A later spec of the same repository, up to its plan. */
async function nextSpec(story: Story): Promise<{ plan: string; patterns: string }> {
  const issue = story.ada.openIssue({ title: 'Tally once more', body: 'Average the amounts and print the total.' });
  story.ada.addLabel(issue, 'spec');
  await story.settle();
  const { comments } = story.github.human.issueThread(REPOSITORY, issue);
  const run = await story.store.runStore.load(`acme/till#${issue}`);
  return {
    plan: comments.find(({ body }) => body.includes('<!-- mge:approve:'))?.body ?? '',
    patterns: await story.store.blobs.get(run?.patterns ?? ''),
  };
}

test('what people decided in a review is remembered in the next run: what stood, and what was sent back and why', async () => {
  const story = await beginStory(wishes);
  await story.goToReview();
  const thread = story.threads().find(({ comments }) => comments[0]?.body.includes('mge:atom:src.total.average '));
  story.ada.replyToReviewComment(thread?.id ?? 0, '/mge regenerate please use no question mark');
  await story.settle();
  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');

  const { plan, patterns } = await nextSpec(story);
  expect(plan).toContain('Code that I follow');
  expect(plan).toContain('`acme/till/src/total.ts` `average`');
  expect(JSON.parse(patterns)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'average', text: expect.stringContaining('Math.max(1, cents.length)') }),
      expect.objectContaining({ name: 'average', sentBack: 'please use no question mark' }),
    ]),
  );
  expect(await story.store.patterns.of(999, 10)).toEqual([]);
  await story.end();
});

test('a repository whose settings do not name earlier runs learns nothing from them', async () => {
  const story = await beginStory({
    ...wishes,
    settings: 'review:\n  share: 0.34\nretrieval:\n  sources: [repository]\n',
  });
  await story.goToReview();
  await story.resolveAll();
  const { patterns } = await nextSpec(story);
  expect(patterns).not.toContain('acme/till/');
  await story.end();
});
