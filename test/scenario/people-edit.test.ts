import { expect, test } from 'vitest';
import { readTallyText } from '#test/support/scenario-script.ts';
import { beginStory } from '#test/support/scenario-story.ts';

test('a person’s push on the branch is judged, kept as it is, and settles its thread', async () => {
  const story = await beginStory();
  await story.goToReview();
  const mine = (await story.file('src/total.ts')).replace('cents.length === 0 ? 0', 'cents.length < 1 ? 0');
  await story.ada.commitFile(story.branch(), 'src/total.ts', mine, 'Say it my way');
  await story.settle();
  expect(story.judge.jobs.at(-1)).toContain('src.total.average');
  expect(await story.file('src/total.ts')).toBe(mine);
  expect((await story.commits()).at(-1)).toBe('Say it my way');
  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');
  expect(await story.file('src/total.ts')).toBe(mine);
  await story.end();
});

test('a person writes what MGE could not: the stub is gone, and nothing is flagged any more', async () => {
  const story = await beginStory();
  story.judge.fails('average', 9);
  await story.goToReview();
  expect(story.status()).toContain('1 for people');
  story.judge.recovers('average');
  const mine = await readTallyText('tasks/T2/files/src/total.ts');
  await story.ada.commitFile(story.branch(), 'src/total.ts', mine, 'Write the average by hand');
  await story.settle();
  expect(story.status()).toContain('0 for people');
  expect(await story.file('src/total.ts')).toBe(mine);
  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');
  await story.end();
});

test('a push that comes while MGE commits is not written over, and nothing is lost', async () => {
  const story = await beginStory();
  // The first level comes alone: what needs this is committed when it was written anew.
  story.judge.fails('renderTotal');
  await story.settle();
  story.beforeBranchMoves('mge/1-', async () => {
    story.beforeBranchMoves('mge/1-', async () => {
      await story.ada.commitFile('mge/1-tally-amounts', 'NOTES.md', 'Mine.\n', 'Take a note');
    });
  });
  await story.tickApproval();
  expect(story.status()).toContain('ready for your review');
  const commits = await story.commits();
  expect(commits).toHaveLength(4);
  expect(commits).toContain('Take a note');
  expect(await story.file('NOTES.md')).toBe('Mine.\n');
  expect(await story.file('src/render.ts')).toContain('on average');
  await story.end();
});
