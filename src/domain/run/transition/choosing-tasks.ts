import type { EventOf } from '#domain/run/event.ts';
import type { Effect } from '#domain/run/effect.ts';
import type { Run } from '#domain/run/run.ts';
import { reply } from '#domain/run/transition/acknowledge.ts';
import { change, unchanged, type Change, type Handler, type Occasion } from '#domain/run/transition/change.ts';
import { approvePlan } from '#domain/run/transition/planning.ts';

/**
 * Boxes say which tasks to build; the approval box approves the plan that it was printed with. Only what a person changed
 * counts, so that a comment which MGE rewrote in between undoes nothing. An approval of boxes that are no longer so is not taken.
 */
export const onPlanEdited: Handler<'plan-edited'> = (run, event, occasion) => {
  if (run.plan === null || run.stage !== 'approving' || event.planHash !== run.plan.hash) return unchanged(run);
  const [on, off] = [new Set(event.ticked), new Set(event.unticked)];
  const tasks = run.plan.tasks.map((task) => ({
    ...task,
    included: on.has(task.id) || (task.included && !off.has(task.id)),
  }));
  const next = { ...run, plan: { ...run.plan, tasks } };
  if (!event.approved) return change(next, {}, showBoxes(next, occasion, 'merge'));
  const why = whyNotApproved(next, event);
  if (why === null) return approvePlan(next, event.sender);
  return change(next, {}, showBoxes(next, occasion, 'reset'), reply(occasion, onIssue(run), why));
};

function whyNotApproved(run: Run, event: EventOf<'plan-edited'>): string | null {
  const tasks = run.plan?.tasks ?? [];
  if (tasks.every((task) => !task.included)) return NOTHING_TICKED;
  const missing = missingDependencies(run);
  if (missing.length > 0) return needsMore(missing);
  const [seenIn, seenOut] = [new Set(event.shownTicked), new Set(event.shownUnticked)];
  const moved = tasks.filter((task) => (task.included ? seenOut : seenIn).has(task.id)).map((task) => task.id);
  if (moved.length === 0) return null;
  return `The boxes of ${moved.join(', ')} changed while you approved. Look at the plan again, then tick its approval once more.`;
}

export const NOTHING_TICKED = 'Every task is unticked, so there is nothing to build. Tick some, then approve.';

/** Why a choice of tasks cannot be approved. */
export function needsMore(missing: readonly string[]): string {
  return `The ticked tasks need others that are not ticked: ${missing.join(', ')}. Tick those too, or \`/mge revise\`.`;
}

/** Somebody ticked a box who may not: the boxes are drawn as they are, and the person is told. */
export function undoBoxes(run: Run, event: EventOf<'plan-edited'>, occasion: Occasion): Change {
  if (run.plan === null || run.stage !== 'approving' || event.planHash !== run.plan.hash) return unchanged(run);
  const why = `@${event.sender}, ticking boxes of the plan needs write access to this repository, so I left them as they were.`;
  return change(run, {}, showBoxes(run, occasion, 'reset'), reply(occasion, onIssue(run), why));
}

function showBoxes(run: Run, { key }: Occasion, boxes: 'merge' | 'reset'): Effect {
  const hash = run.plan?.hash ?? '';
  return { type: 'post-plan', key: `post-plan/boxes/${key}`, hash, shows: 'progress', boxes };
}

function onIssue(run: Run) {
  return { kind: 'issue', number: run.issue.number, commentId: 0 } as const;
}

/** Included tasks that need a task which was left out, as `T3 needs T1`. */
export function missingDependencies(run: Run): string[] {
  const tasks = run.plan?.tasks ?? [];
  const left = new Set(tasks.filter((task) => !task.included).map((task) => task.id));
  return tasks
    .filter((task) => task.included)
    .flatMap((task) => task.dependsOn.filter((id) => left.has(id)).map((id) => `${task.id} needs ${id}`));
}
