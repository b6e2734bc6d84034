import { renderMilestones } from '#wording/masterplan/render-milestones.ts';
import { plannedTask, planOf } from '#test/support/plan-samples.ts';
import { planView } from '#test/support/plan-views.ts';
import { describeRenderer, LONG } from '#test/support/wording-snapshots.ts';

const plan = planOf([plannedTask('T1')], [plannedTask('T2'), plannedTask('T3')]);
const endless = planOf(
  Array.from({ length: 150 }, (_, index) => plannedTask(`T${index}`, { title: LONG, acceptance: [LONG, LONG, LONG] })),
);
const render = async (of: typeof plan, folded: boolean): Promise<string> =>
  renderMilestones(await planView(of), { folded })
    .map(({ text }) => text)
    .join('\n\n');

describeRenderer('render-milestones', {
  open: () => render(plan, false),
  folded: () => render(plan, true),
  'so many tasks that only their lines fit': () => render(endless, true),
});
