import { expect, test } from 'vitest';
import { beginStory } from '#test/support/scenario-story.ts';

test('the branch is deleted: the run pauses and says so; restored with its pull request, it goes on', async () => {
  const story = await beginStory();
  await story.goToReview();
  const branch = story.branch();
  const { sha } = story.pull().head;
  await story.ada.deleteBranch(branch);
  await story.settle();
  expect(story.status()).toContain('the pull request was closed');

  const said = await story.say('/mge resume');
  expect(story.reactions(said)).toContain('confused');
  expect(story.find('The pull request is closed.')?.body).toContain('/mge cancel');
  expect(story.status()).toContain('MGE: paused');

  await story.ada.forcePush(branch, sha);
  story.ada.reopenIssue(story.pull().number);
  await story.settle();
  expect(story.status()).toContain('ready for your review');
  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');
  await story.end();
});

test('commits are taken off by force: nothing is claimed that is not there, and nothing put back unasked', async () => {
  const story = await beginStory();
  await story.goToReview();
  const before = await story.commits();
  const { sha } = story.pull().head;
  await story.ada.forcePush(story.branch(), `${sha}~1`);
  await story.settle();
  expect(story.status()).toContain(
    'ada took commits of mine off the branch: one piece of what was built is not there any more',
  );
  await story.resolveAll();
  expect(story.status()).toContain('MGE: paused');
  expect(await story.commits()).toEqual(before.slice(0, -1));

  await story.say('/mge resume');
  expect(story.status()).toContain('MGE: done');
  expect(await story.commits()).toHaveLength(before.length);
  await story.end();
});
