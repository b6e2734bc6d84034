import { expect, it } from 'vitest';
import type { Plan } from '#domain/plan/plan.ts';
import { renderPlanChanges } from '#wording/masterplan/render-plan-changes.ts';
import { plannedTask, planOf } from '#test/support/plan-samples.ts';
import { planView, withTask } from '#test/support/plan-views.ts';
import { describeRenderer, HOSTILE, LONG } from '#test/support/wording-snapshots.ts';

const before = planOf([plannedTask('T1'), plannedTask('T2')]);

async function render(after: Plan, kept: readonly string[] = [], previous: Plan | null = before): Promise<string> {
  const { state } = await planView(after);
  const tasks = kept.reduce((all, id) => withTask(all, id, { kept: true }), state.tasks);
  return renderPlanChanges({ ...state, tasks }, previous, after);
}

const many = planOf(Array.from({ length: 40 }, (_, index) => plannedTask(`T${index + 10}`, { title: LONG })));

describeRenderer('render-plan-changes', {
  'nothing changed': () => render(before),
  'one of each': () => render(planOf([plannedTask('T1', { title: 'Make it better' }), plannedTask('T3')]), ['T1']),
  'what was written stays': () =>
    render(planOf([plannedTask('T1'), plannedTask('T2'), plannedTask('T3')]), ['T1', 'T2']),
  'more than is shown': () => render(many),
  'hostile text': () => render(planOf([plannedTask('T1', { title: HOSTILE }), plannedTask('T2')])),
});

it('says nothing of a first plan', async () => {
  expect(await render(before, [], null)).toBe('');
});
