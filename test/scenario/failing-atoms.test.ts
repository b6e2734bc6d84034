import { expect, test } from 'vitest';
import { beginStory } from '#test/support/scenario-story.ts';

test('an atom whose test fails is written anew, with the evidence, and passes', async () => {
  const story = await beginStory();
  story.judge.fails('average');
  await story.goToReview();
  expect(story.judge.jobs).toHaveLength(2);
  expect(story.judge.jobs[1]).not.toContain('src.round.roundHalfUp');
  expect(story.judge.jobs[1]).toEqual(expect.arrayContaining(['src.total.average', 'src.render.renderTotal']));
  const asked = story.claude.calls().filter(({ stage }) => stage === 'regenerate');
  expect(asked.map(({ subject, attempt }) => [subject, attempt])).toEqual([['src.total.average', 2]]);
  expect(story.status()).toContain('0 for people');
  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');
  await story.end();
});

test('an atom that never passes is a stub that says so; the rest goes on, and people decide', async () => {
  const story = await beginStory();
  story.judge.fails('average', 9);
  await story.goToReview();
  expect(story.status()).toContain('1 for people');
  expect(story.find('mge:task:')?.body).toContain(', 1 for people to look at');
  const text = await story.file('src/total.ts');
  expect(text).toContain('throw');
  expect(text).not.toContain('roundHalfUp(sum(cents)');
  const thread = story.threads().find(({ comments }) => comments[0]?.body.includes('src.total.average'));
  expect(thread?.comments[0]?.body).toContain('is wrong again');
  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');
  // resolved: people take it as it is; it type-checks, so it may stand
  expect(await story.file('src/total.ts')).toContain('roundHalfUp(sum(cents)');
  await story.end();
});

test('a validation that ends without results is started again; twice, and people are asked', async () => {
  const story = await beginStory();
  story.judge.breaks(1);
  await story.goToReview();
  expect(story.status()).toContain('ready for your review');
  await story.end();

  const worse = await beginStory();
  worse.judge.breaks(2);
  await worse.goToReview();
  expect(worse.status()).toContain('Paused');
  await worse.say('/mge retry');
  expect(worse.status()).toContain('ready for your review');
  await worse.end();
});
