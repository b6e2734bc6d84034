import { expect, test } from 'vitest';
import { Plan } from '#domain/plan/plan.ts';
import { readTally } from '#test/support/scenario-script.ts';
import { beginStory } from '#test/support/scenario-story.ts';

test('a plan that is revised in review keeps what it does not touch, and drops what it does not want', async () => {
  const plan = Plan.parse(await readTally('masterplan.json'));
  const smaller = {
    ...plan,
    phases: plan.phases.map((phase) => ({
      ...phase,
      milestones: phase.milestones
        .map((milestone) => ({ ...milestone, tasks: milestone.tasks.filter(({ id }) => id !== 'T3') }))
        .filter(({ tasks }) => tasks.length > 0),
    })),
  };
  const recoloured = JSON.stringify(plan).replace('Prints totals.', 'Prints totals in colour.');
  const story = await beginStory({
    files: { 'masterplan.revision-2.json': recoloured, 'masterplan.revision-3.json': JSON.stringify(smaller) },
  });
  await story.goToReview();
  const drafted = (task: string) =>
    story.claude.calls().filter(({ stage, subject }) => stage === 'draft' && subject === task).length;
  const before = await story.commits();
  const jobs = story.judge.jobs.length;

  const said = await story.say('/mge revise print the totals in colour');
  expect(story.reactions(said)).toContain('rocket');
  const shown = story.find('<!-- mge:approve:')?.body ?? '';
  expect(shown).toContain('- **Changed**: T3');
  expect(shown).toContain('2 tasks are as they were; what I wrote for 2 tasks stays.');
  await story.tickApproval();
  expect([drafted('T1'), drafted('T2'), drafted('T3')]).toEqual([1, 1, 2]);
  expect(story.status()).toContain('ready for your review');
  expect((await story.commits()).slice(0, before.length)).toEqual(before);
  const judged = new Set(story.judge.jobs.slice(jobs).flat());
  expect(judged).not.toContain('src.cents.toCents');
  expect(judged).toContain('src.render.renderTotal');

  await story.say('/mge revise no printing at all');
  expect(story.find('<!-- mge:approve:')?.body).toContain('- **Dropped**: T3');
  await story.tickApproval();
  expect(story.status()).toContain('ready for your review');
  await expect(story.file('src/render.ts')).rejects.toThrow('src/render.ts');
  expect(await story.file('src/total.ts')).toContain('average');
  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');
  await story.end();
});
