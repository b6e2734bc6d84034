import { expect, test } from 'vitest';
import { beginStory } from '#test/support/scenario-story.ts';

test('approving the pull request ends the review, whatever is open; a stranger’s approval does not', async () => {
  const story = await beginStory();
  await story.goToReview();
  const { number } = story.pull();
  await story.mallory.submitReview(number, { event: 'APPROVE', body: 'Fine' });
  await story.settle();
  expect(story.status()).toContain('ready for your review');
  await story.ada.submitReview(number, { event: 'APPROVE', body: 'Fine' });
  await story.settle();
  expect(story.status()).toContain('MGE: done');
  await story.end();
});

test('merging the pull request ends the run', async () => {
  const story = await beginStory();
  await story.goToReview();
  story.ada.markReady(story.pull().number);
  await story.ada.mergePullRequest(story.pull().number);
  await story.settle();
  expect(story.status()).toContain('MGE: done');
  await story.end();
});

test('a closed pull request pauses the run; opened again, it goes on by itself', async () => {
  const story = await beginStory();
  await story.goToReview();
  const { number } = story.pull();
  story.ada.closeIssue(number);
  await story.settle();
  expect(story.status()).toContain('the pull request was closed');
  story.ada.reopenIssue(number);
  await story.settle();
  expect(story.status()).toContain('ready for your review');
  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');
  await story.end();
});

test('taking the label away pauses the run, and so does closing the issue', async () => {
  const story = await beginStory();
  await story.settle();
  story.ada.removeLabel(story.issue, 'spec');
  await story.settle();
  expect(story.status()).toContain('the label was removed');
  story.ada.addLabel(story.issue, 'spec');
  await story.settle();
  await story.say('/mge resume');
  expect(story.status()).toContain('the plan is ready');

  story.ada.closeIssue(story.issue);
  await story.settle();
  expect(story.status()).toContain('the issue was closed');
  story.ada.reopenIssue(story.issue);
  await story.settle();
  await story.say('/mge resume');
  await story.tickApproval();
  expect(story.status()).toContain('ready for your review');
  await story.end();
});
