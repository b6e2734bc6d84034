import { renderPlan } from '#wording/masterplan/render-plan.ts';
import { plannedTask, planOf } from '#test/support/plan-samples.ts';
import { planView, withTask } from '#test/support/plan-views.ts';
import { describeRenderer, HOSTILE, LONG } from '#test/support/wording-snapshots.ts';

const small = planOf([plannedTask('T1')]);
const plan = planOf(
  [plannedTask('T1'), plannedTask('T2', { dependsOn: ['T1'] })],
  [plannedTask('T3', { dependsOn: ['T1', 'T2'] })],
);
const hostile = plannedTask('T1', {
  title: HOSTILE,
  description: HOSTILE,
  acceptance: [HOSTILE],
  exports: [{ file: 'src/t1.ts', name: 'x', signature: HOSTILE }],
});
const pattern = { path: 'src/sum.ts', name: 'sum', text: '', score: 1 };
const long = planOf(
  ...[1, 2, 3].map((part) =>
    Array.from({ length: 20 }, (_, index) => plannedTask(`T${part * 100 + index}`, { description: LONG })),
  ),
);
const first = async (...of: Parameters<typeof planView>): Promise<string> =>
  renderPlan(await planView(...of)).join('\n');
const ofLong = async (): Promise<string[]> => renderPlan(await planView(long));

describeRenderer('render-plan', {
  'one task': () => first(small),
  'three tasks': () => first(plan, {}, { patterns: [pattern, { ...pattern, name: '', path: 'README.md' }] }),
  'a task is left out': async () => {
    const { state } = await planView(plan);
    return first(plan, { tasks: withTask(state.tasks, 'T1', { included: false }) });
  },
  'a revision': () => first(plan, { revision: 2 }, { changes: '**What changed since the plan before**' }),
  'the price may reach the cap': () =>
    first(plan, { estimate: { atoms: 900, usdLow: 12, usdHigh: 31.5, minutesLow: 40, minutesHigh: 95 } }),
  'approval is ticked': () => first(small, {}, { approvalTicked: true }),
  approved: () => first(plan, { approvedBy: 'maria' }),
  'hostile text': () =>
    first(
      { ...planOf([hostile]), title: HOSTILE, summary: HOSTILE },
      {},
      { patterns: [{ ...pattern, path: HOSTILE }] },
    ),
  'a long plan first comment': async () => (await ofLong())[0] ?? '',
  'a long plan second comment': async () => (await ofLong())[1] ?? '',
});
