import { renderApproval } from '#wording/masterplan/render-approval.ts';
import { plannedTask, planOf } from '#test/support/plan-samples.ts';
import { planView, withTask } from '#test/support/plan-views.ts';
import { describeRenderer, HOSTILE } from '#test/support/wording-snapshots.ts';

const plan = planOf([plannedTask('T1'), plannedTask('T2', { dependsOn: ['T1'] })]);

async function render(change: { approvedBy?: string; usdHigh?: number; out?: string } = {}, ticked = false) {
  const { run, state } = await planView(plan, { approvedBy: change.approvedBy ?? null });
  const tasks = change.out === undefined ? state.tasks : withTask(state.tasks, change.out, { included: false });
  const estimate = { ...state.estimate, usdHigh: change.usdHigh ?? 3 };
  return renderApproval(run, { ...state, tasks, estimate }, ticked);
}

describeRenderer('render-approval', {
  'waits for approval': () => render(),
  ticked: () => render({}, true),
  'something needs what is left out': () => render({ out: 'T1' }),
  'nothing needs what is left out': () => render({ out: 'T2' }),
  'the price may reach the cap': () => render({ usdHigh: 30 }),
  approved: () => render({ approvedBy: 'maria' }),
  'hostile text': () => render({ approvedBy: HOSTILE }),
});
