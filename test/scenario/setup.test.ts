import { expect, test } from 'vitest';
import { beginStory } from '#test/support/scenario-story.ts';

test('the validation workflow is asked for in a pull request of its own; its merge lets the run go on', async () => {
  const story = await beginStory({ installed: false });
  await story.settle();
  await story.tickApproval();
  const [setup] = story.github.human.pullRequests('acme/till');
  expect(setup).toMatchObject({ headRef: 'mge/setup', open: true });
  expect(story.status()).toContain(`#${setup?.number}`);
  expect(story.judge.jobs).toEqual([]);

  await story.ada.mergePullRequest(setup?.number ?? 0);
  await story.settle();
  expect(story.status()).toContain('ready for your review');
  await story.end();
});

test('whoever may write can ask for the setup before there is anything to build; a stranger cannot', async () => {
  const story = await beginStory({ installed: false });
  await story.settle();
  const strange = await story.say('/mge setup', story.mallory);
  expect(story.reactions(strange)).toContain('confused');
  expect(story.find('Please merge')).toBeUndefined();

  const asked = await story.say('/mge setup');
  expect(story.reactions(asked)).toContain('rocket');
  const [setup, ...others] = story.github.human.pullRequests('acme/till');
  expect(setup).toMatchObject({ headRef: 'mge/setup', open: true });
  expect(others).toEqual([]);

  await story.ada.mergePullRequest(setup?.number ?? 0);
  await story.settle();
  // Nothing is left to wait for, and the plan was not approved by the merge.
  expect(story.status()).toContain('the plan is ready');
  await story.tickApproval();
  expect(story.status()).toContain('ready for your review');
  expect(story.github.human.pullRequests('acme/till').filter(({ headRef }) => headRef === 'mge/setup')).toHaveLength(1);
  await story.end();
});
