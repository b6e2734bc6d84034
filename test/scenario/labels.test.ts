import { expect, test } from 'vitest';
import { beginStory } from '#test/support/scenario-story.ts';

test('the label that the settings name starts a run, and no other one does', async () => {
  const story = await beginStory({ settings: 'label: design\nreview:\n  share: 0.34\n' });
  await story.settle();
  expect(story.page().comments).toEqual([]);

  story.ada.addLabel(story.issue, 'Design');
  await story.settle();
  expect(story.status()).toContain('the plan is ready');
  story.ada.removeLabel(story.issue, 'spec');
  await story.settle();
  expect(story.status()).toContain('the plan is ready');
  story.ada.removeLabel(story.issue, 'Design');
  await story.settle();
  expect(story.status()).toContain('the label was removed');
  await story.end();
});

test('a stranger who opens an issue with the label on it starts nothing', async () => {
  const story = await beginStory();
  await story.settle();
  const strange = story.mallory.openIssue({ title: 'Mine', body: 'Please.', labels: ['spec'] });
  await story.settle();
  expect(story.github.human.issueThread('acme/till', strange).comments).toEqual([]);
  expect(await story.store.runStore.unfinished()).toEqual(['acme/till#1']);
  await story.end();
});
