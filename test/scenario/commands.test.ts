import { expect, test } from 'vitest';
import { beginStory } from '#test/support/scenario-story.ts';
import { REPOSITORY } from '#test/support/scenario-world.ts';

test('several commands in one comment run in their order', async () => {
  const story = await beginStory();
  await story.settle();
  const said = await story.say('/mge budget 7\n/mge pause\n/mge resume\n/mge approve');
  expect(story.reactions(said)).toContain('+1');
  expect(story.status()).toContain('at most $7.00');
  expect(story.status()).toContain('ready for your review');
  await story.end();
});

test('a command that is not possible now is answered with what is', async () => {
  const story = await beginStory();
  await story.settle();
  const nothing = await story.say('/mge resume');
  expect(story.reactions(nothing)).toContain('confused');
  expect(story.find('Nothing is paused or failed. Possible now: ')?.body).toContain('`/mge approve`');

  await story.goToReview();
  await story.say('/mge approve');
  expect(story.find('Say it in the review thread of the piece that you mean')).toBeDefined();
  await story.resolveAll();
  await story.say('/mge pause');
  expect(story.find('This run is done. Possible now: ')?.body).not.toContain('`/mge pause`');
  await story.end();
});

test('an edited comment, a deleted one, and one in code, a quote or hidden HTML command nothing', async () => {
  const story = await beginStory();
  await story.settle();
  const innocent = story.ada.comment(story.issue, 'What a nice plan.');
  await story.settle();
  story.ada.editComment(innocent, '/mge approve');
  await story.settle();
  story.ada.deleteComment(innocent);
  for (const text of [
    '```\n/mge approve\n```',
    '> /mge approve',
    '<!--\n/mge approve\n-->',
    'Please /mge approve it.',
  ]) {
    const said = await story.say(text);
    expect(story.reactions(said)).toEqual([]);
  }
  expect(story.status()).toContain('the plan is ready');
  await story.end();
});

test('a bot and a stranger start and steer nothing', async () => {
  const story = await beginStory();
  await story.settle();
  const { human } = story.github;
  human.addUser('helper[bot]', { type: 'Bot' });
  human.setPermission(REPOSITORY, 'helper[bot]', 'write');
  const bot = await story.say('/mge approve', human.as('helper[bot]', REPOSITORY));
  expect(story.reactions(bot)).toEqual([]);
  const strange = await story.say('/mge approve', story.mallory);
  expect(story.reactions(strange)).toContain('confused');
  expect(story.find('`/mge approve` needs write access to this repository')).toBeDefined();
  expect(story.status()).toContain('the plan is ready');

  const theirs = story.mallory.openIssue({ title: 'Do this', body: 'Everything for me.' });
  story.mallory.comment(theirs, '/mge approve');
  await story.settle();
  const { comments } = human.issueThread(REPOSITORY, theirs);
  expect(comments.filter(({ author }) => author === 'mge[bot]').map(({ body }) => body)).toEqual([
    expect.stringContaining('needs write access to this repository'),
  ]);
  await story.end();
});
