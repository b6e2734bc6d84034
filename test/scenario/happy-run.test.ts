import { expect, test } from 'vitest';
import { beginStory } from '#test/support/scenario-story.ts';

test('from the label to the report: a spec becomes a reviewed pull request', async () => {
  const t0 = performance.now();
  const story = await beginStory();
  console.log('begin', performance.now() - t0);
  await story.settle();
  console.log('plan', performance.now() - t0);
  await story.tickApproval();
  console.log('review', performance.now() - t0);
  console.log(story.status());
  console.log(await story.commits(), story.threads().map((t) => t.comments[0]?.body));
  await story.resolveAll();
  console.log('done', performance.now() - t0);
  console.log(story.status());
  expect(1).toBe(1);
  await story.end();
  console.log('end', performance.now() - t0);
});
