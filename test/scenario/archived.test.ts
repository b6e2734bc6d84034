import { expect, test } from 'vitest';
import { beginStory } from '#test/support/scenario-story.ts';
import { REPOSITORY } from '#test/support/scenario-world.ts';

test('the repository is archived in the middle: the run waits without a fuss, and goes on where it stopped', async () => {
  const story = await beginStory();
  await story.settle();
  story.beforeBranchMoves('mge/1-', () => Promise.resolve(story.github.human.archive(REPOSITORY, true)));
  await story.tickApproval();
  await story.reconcile();
  expect((await story.store.runStore.load('acme/till#1'))?.paused).toMatchObject({ code: 'github-archived' });

  story.github.human.archive(REPOSITORY, false);
  const said = await story.say('/mge retry');
  expect(story.reactions(said)).toContain('+1');
  expect(story.status()).toContain('ready for your review');
  // One refused commit, and each comment that could not be edited: never the same again and again.
  expect(Number(/(\d+) things went wrong/.exec(story.status())?.[1])).toBeLessThanOrEqual(4);
  expect(await story.commits()).toHaveLength(3);
  await story.end();
});
