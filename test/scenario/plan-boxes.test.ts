import { expect, test } from 'vitest';
import { beginStory, type Story } from '#test/support/scenario-story.ts';

const APPROVAL = /- \[ \](?=.*<!-- mge:approve:)/;

function box(task: string): RegExp {
  return new RegExp(`- \\[.\\](?=.*<!-- mge:task:${task} -->)`);
}

/** Edits the plan as it stands on the page at this moment. */
function edit(story: Story, ...changes: readonly (readonly [RegExp, string])[]): void {
  const plan = story.find('<!-- mge:approve:');
  const body = changes.reduce((text, [where, what]) => text.replace(where, what), plan?.body ?? '');
  story.ada.editComment(plan?.id ?? 0, body);
}

test('a box that is unticked in the very moment in which MGE rewrites the plan is not lost', async () => {
  const story = await beginStory();
  await story.settle();
  // MGE has read the comment and is about to write it: Ada leaves T3 out, and MGE writes over it.
  story.beforeCommentEdits('plan-1', () => edit(story, [box('T3'), '- [ ]']));
  edit(story, [box('T2'), '- [ ]']);
  await story.settle();
  const boxes = story.find('<!-- mge:approve:')?.body.match(/- \[.\] \*\*T\d/g);
  expect(boxes).toEqual(['- [x] **T1', '- [ ] **T2', '- [ ] **T3']);
  await story.tickApproval();
  expect(story.status()).toContain('1 of 1 drafted');
  await story.end();
});

test('an approval in that moment counts for the boxes that it was given for', async () => {
  const story = await beginStory();
  await story.settle();
  story.beforeCommentEdits('plan-1', () => edit(story, [APPROVAL, '- [x]']));
  edit(story, [box('T3'), '- [ ]']);
  await story.settle();
  expect(story.status()).toContain('2 of 2 drafted');
  await story.end();
});

test('ticks that are told late, all at once, are taken in their order', async () => {
  const story = await beginStory();
  await story.settle();
  story.github.deliveries.pause();
  edit(story, [box('T3'), '- [ ]']);
  edit(story, [box('T3'), '- [x]']);
  edit(story, [box('T3'), '- [ ]'], [APPROVAL, '- [x]']);
  story.github.deliveries.resume();
  await story.settle();
  expect(story.status()).toContain('2 of 2 drafted');
  await story.end();
});
