import type { Plan } from '#domain/plan/plan.ts';
import type { PlanState } from '#domain/run/run.ts';
import type { PlanView } from '#wording/masterplan/render-plan.ts';
import { createFakeBlobs } from '#test/support/fake-blobs.ts';
import { freshRun, planState } from '#test/support/plan-samples.ts';

/** A plan as its renderers see it. */
export async function planView(
  plan: Plan,
  change: Partial<PlanState> = {},
  view: Partial<PlanView> = {},
): Promise<PlanView> {
  const state = { ...(await planState(createFakeBlobs(), plan)), hash: 'HASH', ...change };
  return { run: freshRun({ plan: state }), plan, state, patterns: [], changes: '', approvalTicked: false, ...view };
}

/** The tasks of a state with one of them changed. */
export function withTask(tasks: PlanState['tasks'], id: string, change: Partial<PlanState['tasks'][number]>) {
  return tasks.map((task) => (task.id === id ? { ...task, ...change } : task));
}
