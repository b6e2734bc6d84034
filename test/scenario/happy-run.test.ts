import { expect, test } from 'vitest';
import { beginStory } from '#test/support/scenario-story.ts';

test('from the label to the report: a spec becomes a reviewed pull request', async () => {
  const story = await beginStory();
  await story.settle();
  expect(story.status()).toContain('the plan is ready');
  expect(story.find('What I understood')?.body).toContain('whole cents');
  expect(story.github.human.pullRequests('acme/till')).toEqual([]);

  await story.tickApproval();
  expect(story.status()).toContain('ready for your review');
  expect(await story.commits()).toEqual([
    expect.stringContaining('level 0'),
    expect.stringContaining('level 1'),
    expect.stringContaining('level 2'),
  ]);
  expect(await story.file('src/total.ts')).toContain('roundHalfUp(sum(cents) / cents.length)');
  expect(story.judge.jobs).toHaveLength(1);
  expect(story.threads().map(({ path }) => path)).toEqual(['src/cents.ts', 'src/total.ts']);
  expect(story.pull()).toMatchObject({ state: 'open', base: { ref: 'main' } });

  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');
  expect(story.page().state).toBe('open');
  const said = story.page().comments.map(({ author }) => author);
  expect(new Set(said)).toEqual(new Set(['mge[bot]']));
  await story.end();
});
