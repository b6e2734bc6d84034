import { expect, test } from 'vitest';
import { beginStory } from '#test/support/scenario-story.ts';

async function spentBy(settings: string): Promise<number> {
  const story = await beginStory({ settings });
  await story.goToReview();
  expect(story.status()).toContain('ready for your review');
  const { byStage } = await story.store.ledger.spending('acme/till#1');
  await story.end();
  return byStage['draft']?.usd ?? 0;
}

test('a run in no hurry has its drafts written in batches: they cost half, and people see what is waited for', async () => {
  const story = await beginStory({ settings: 'economy: batch\n' });
  await story.settle();
  await story.tickApproval(story.ada, 0.75);
  expect(story.status()).toContain('my questions are in a batch at half the price');
  await story.settle();
  expect(story.status()).toContain('ready for your review');
  expect(story.claude.calls().filter(({ stage }) => stage === 'draft')).toHaveLength(3);
  await story.end();

  const hurried = await spentBy('economy: "off"\n');
  const unhurried = await spentBy('economy: batch\n');
  expect(unhurried).toBeLessThan(hurried * 0.6);
  expect(unhurried).toBeGreaterThan(hurried * 0.4);
});

test('a run is cancelled while its drafts are in batches: they are withdrawn, and nothing more is asked or built', async () => {
  const story = await beginStory({ settings: 'economy: batch\n' });
  await story.settle();
  await story.tickApproval(story.ada, 0.25);
  const asked = story.claude.calls().length;
  story.ada.comment(story.issue, '/mge cancel');
  await story.settle();
  expect(story.status()).toContain('cancelled');
  expect(story.claude.calls()).toHaveLength(asked);
  expect(story.status()).not.toContain('batch at half the price');
  expect((await story.store.ledger.spending('acme/till#1')).byStage['draft']).toBeUndefined();
  expect(story.github.human.pullRequests('acme/till')).toEqual([]);
  await story.end();
});
