import type { TaskState } from '#domain/run/run.ts';
import type { SymbolState } from '#domain/build/symbol-state.ts';
import { renderTask } from '#wording/masterplan/render-task.ts';
import { plannedTask, planOf } from '#test/support/plan-samples.ts';
import { planView, withTask } from '#test/support/plan-views.ts';
import { withAllSymbols, withBuild, withSymbol } from '#test/support/build-steps.ts';
import { builtWorld } from '#test/support/tiny-project.ts';
import { describeRenderer, HOSTILE, LONG } from '#test/support/wording-snapshots.ts';

const plan = planOf([plannedTask('T1'), plannedTask('T2', { dependsOn: ['T1'] })]);

async function render(
  change: Partial<TaskState> = {},
  approvedBy: string | null = 'maria',
  id = 'T2',
): Promise<string> {
  const { state, run } = await planView(plan, { approvedBy });
  const tasks = withTask(state.tasks, id, change);
  const task = plannedTask(id, { dependsOn: ['T1'] });
  return renderTask({ task, run, state: { ...state, tasks }, detail: 'none', titleLimit: 160 });
}

async function built(all: Partial<SymbolState>, one: Partial<SymbolState> = all): Promise<string> {
  const world = await builtWorld();
  const judged = withSymbol(withAllSymbols(world.run, all), 'src.cents.roundHalfUp', one);
  const run = withBuild(judged, { committedLevels: 1 });
  if (run.plan === null) throw new Error('the sample has a plan');
  return renderTask({ task: plannedTask('T1'), run, state: run.plan, detail: 'none', titleLimit: 160 });
}

async function detailed(detail: 'full' | 'short', text: string): Promise<string> {
  const { state, run } = await planView(plan);
  const exports = [{ file: 'src/t1.ts', name: 'a', signature: text }];
  const task = plannedTask('T1', { title: text, description: text, acceptance: [text, text], exports });
  return renderTask({ task, run, state, detail, titleLimit: 160 });
}

describeRenderer('render-task', {
  'before approval': () => render({}, null),
  unticked: () => render({ included: false }, null),
  'left out': () => render({ included: false }),
  'not begun': () => render(),
  'being written': () => render({ progress: 'drafting' }),
  written: () => render({ progress: 'drafted' }),
  'no usable draft': () => render({ progress: 'failed' }),
  'half validated': () => built({ progress: 'candidate' }, { progress: 'validated', uncommitted: false }),
  'one is for people': () => built({ progress: 'validated', uncommitted: false }, { progress: 'flagged' }),
  done: () => built({ progress: 'validated', uncommitted: false }),
  'in full': () => detailed('full', 'Adds two amounts'),
  'in short': () => detailed('short', 'Adds two amounts'),
  'hostile text': () => detailed('full', HOSTILE),
  'long text': () => detailed('full', LONG),
});
