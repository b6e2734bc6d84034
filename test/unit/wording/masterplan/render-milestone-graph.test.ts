import { expect, it } from 'vitest';
import { renderMilestoneGraph } from '#wording/masterplan/render-milestone-graph.ts';
import { plannedTask, planOf } from '#test/support/plan-samples.ts';
import { describeRenderer, HOSTILE } from '#test/support/wording-snapshots.ts';

const chain = (length: number) =>
  planOf(
    ...Array.from({ length }, (_, index) => [
      plannedTask(`T${index}`, { dependsOn: index === 0 ? [] : [`T${index - 1}`] }),
    ]),
  );
const hostile = planOf([plannedTask('T1')], [plannedTask('T2', { dependsOn: ['T1'] })]);
for (const { milestones } of hostile.phases) for (const milestone of milestones) milestone.name = HOSTILE;

describeRenderer('render-milestone-graph', {
  'two milestones': () =>
    renderMilestoneGraph(
      planOf([plannedTask('T1'), plannedTask('T2')], [plannedTask('T3', { dependsOn: ['T1', 'T2'] })]),
    ),
  'as many as are drawn': () => renderMilestoneGraph(chain(40)),
  'hostile text': () => renderMilestoneGraph(hostile),
});

it('draws nothing of one milestone, nor of more than a person can follow', () => {
  expect(renderMilestoneGraph(chain(1))).toBe('');
  expect(renderMilestoneGraph(chain(41))).toBe('');
});
