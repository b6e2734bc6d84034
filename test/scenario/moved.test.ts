import { expect, test } from 'vitest';
import { beginStory } from '#test/support/scenario-story.ts';
import { REPOSITORY } from '#test/support/scenario-world.ts';

test('the repository is renamed in the middle: the run goes on under the new name', async () => {
  const story = await beginStory();
  await story.settle();
  story.github.human.move(REPOSITORY, 'acme/register');
  await story.tickApproval();
  expect(story.status()).toContain('ready for your review');
  const run = await story.store.runStore.load('acme/till#1');
  expect(run).toMatchObject({ paused: null, repository: { owner: 'acme', name: 'register' } });
  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');
  expect(story.page().comments.filter(({ body }) => body.includes('mge:status'))).toHaveLength(1);
  await story.end();
});

test('the repository is transferred: the run waits until somebody who may write there lets it go on', async () => {
  const story = await beginStory();
  await story.settle();
  story.github.human.move(REPOSITORY, 'newco/till');
  await story.tickApproval();
  expect(story.status()).toContain('the repository was transferred from acme to newco');
  expect(story.status()).toContain('/mge resume');

  const strange = await story.say('/mge resume', story.mallory);
  expect(story.reactions(strange)).toContain('confused');
  await story.say('/mge resume');
  expect(story.status()).toContain('ready for your review');
  await story.end();
});

test('another repository gets the old name: nobody there steers the run that went away', async () => {
  const story = await beginStory();
  await story.settle();
  const { human } = story.github;
  human.move(REPOSITORY, 'acme/register');
  await story.say('/mge status');
  await human.createRepository(REPOSITORY, { files: { 'README.md': 'Another one.\n' } });
  human.setPermission(REPOSITORY, 'mallory', 'write');
  const mallory = human.as('mallory', REPOSITORY);
  const other = mallory.openIssue({ title: 'Mine', body: 'Something else.' });
  expect(other).toBe(story.issue);
  mallory.comment(other, '/mge approve');
  mallory.comment(other, '/mge cancel');
  await story.settle();
  expect(human.issueThread(REPOSITORY, other).comments.filter(({ author }) => author === 'mge[bot]')).toEqual([]);
  const run = await story.store.runStore.load('acme/till#1');
  expect(run).toMatchObject({ stage: 'approving', repository: { name: 'register' } });
  await story.end();
});
