import { expect, test } from 'vitest';
import { beginStory } from '#test/support/scenario-story.ts';

test('questions are answered in words: one after the other, and then there is a plan', async () => {
  const story = await beginStory({ asks: true });
  await story.settle();
  expect(story.find('How is half a cent rounded?')?.body).toContain('/mge defaults');

  const chat = await story.say('Good questions, let me think.');
  expect(story.reactions(chat)).toEqual([]);
  const first = await story.say('1B');
  expect(story.reactions(first)).toContain('+1');
  expect(story.find('Still open: Q2')).toBeDefined();
  expect(story.find('<!-- mge:approve:')).toBeUndefined();

  const second = await story.say('2: the franc, behind the amount');
  expect(story.reactions(second)).toContain('+1');
  expect(story.find('<!-- mge:approve:')).toBeDefined();
  const asked = story.claude.calls().findLast(({ stage }) => stage === 'requirements');
  expect(asked).toBeDefined();
  await story.end();
});

test('`/mge defaults` takes every recommended answer', async () => {
  const story = await beginStory({ asks: true });
  await story.settle();
  const said = await story.say('/mge defaults');
  expect(story.reactions(said)).toContain('+1');
  expect(story.find('<!-- mge:approve:')).toBeDefined();
  await story.end();
});

test('a stranger answers nothing, neither in words nor by command; the author does', async () => {
  const story = await beginStory({ asks: true });
  await story.settle();
  const words = await story.say('1A, 2A', story.mallory);
  expect(story.reactions(words)).toEqual([]);
  const command = await story.say('/mge defaults', story.mallory);
  expect(story.reactions(command)).toContain('confused');
  expect(story.find('needs write access')).toBeDefined();
  expect(story.find('<!-- mge:approve:')).toBeUndefined();

  const wrong = await story.say('/mge answer 1Z');
  expect(story.reactions(wrong)).toContain('confused');
  expect(story.find('Q1 has no option Z, only A, B.')).toBeDefined();
  await story.say('/mge answer 1A, 2A');
  expect(story.find('<!-- mge:approve:')).toBeDefined();
  await story.end();
});
