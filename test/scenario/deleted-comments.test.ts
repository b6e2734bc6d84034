import { expect, test } from 'vitest';
import { beginStory } from '#test/support/scenario-story.ts';

test('comments of MGE are deleted: it writes them anew when there is news, and loses nothing', async () => {
  const story = await beginStory();
  await story.settle();
  for (const comment of story.page().comments) story.ada.deleteComment(comment.id);
  await story.say('/mge approve');
  expect(story.status()).toContain('ready for your review');
  expect(story.find('### Plan: A tally')?.body).toContain('**T1**');
  const own = story.page().comments.filter(({ author }) => author === 'mge[bot]');
  expect(own.filter(({ body }) => body.includes('<!-- mge:status -->'))).toHaveLength(1);
  expect(own.filter(({ body }) => body.includes('### Plan: A tally'))).toHaveLength(1);
  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');
  await story.end();
});

test('the spec issue is deleted: the run ends, and its pull request says why', async () => {
  const story = await beginStory();
  await story.goToReview();
  story.ada.deleteIssue(story.issue);
  await story.settle();
  expect(
    story
      .pull()
      .comments.map(({ body }) => body)
      .join(),
  ).toContain('The spec issue was deleted');
  expect((await story.store.runStore.load('acme/till#1'))?.stage).toBe('cancelled');
  await story.end();
});
