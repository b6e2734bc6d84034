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
