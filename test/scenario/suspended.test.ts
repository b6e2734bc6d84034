import { expect, test } from 'vitest';
import { beginStory } from '#test/support/scenario-story.ts';
import { REPOSITORY } from '#test/support/scenario-world.ts';

test('the app is suspended in the middle: nothing is done; let in again, the run goes on by itself', async () => {
  const story = await beginStory();
  await story.settle();
  story.beforeBranchMoves('mge/1-', () => Promise.resolve(story.github.human.suspendApp(REPOSITORY, true)));
  await story.tickApproval();
  await story.reconcile();
  expect((await story.store.runStore.load('acme/till#1'))?.paused).toMatchObject({ code: 'github-suspended' });
  const seen = story.status();

  story.github.human.suspendApp(REPOSITORY, false);
  await story.settle();
  expect(seen).not.toContain('ready for your review');
  expect(story.status()).toContain('ready for your review');
  expect(await story.commits()).toHaveLength(3);
  await story.end();
});
