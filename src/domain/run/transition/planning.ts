import type { FailedCheck } from '#domain/build/symbol-state.ts';
import type { Run, TaskState } from '#domain/run/run.ts';
import { draftingOrder } from '#domain/run/transition/drafting-order.ts';
import { change, unchanged, type Change, type Handler } from '#domain/run/transition/change.ts';

export const onPatternsRetrieved: Handler<'patterns-retrieved'> = (run, event) =>
  run.stage === 'retrieval' ? orderPlan({ ...run, patterns: event.patterns }, '') : unchanged(run);

/** Orders a plan (or the next revision of it); work on the old one ends here. */
export function orderPlan(run: Run, feedback: string): Change {
  const revision = (run.plan?.revision ?? 0) + 1;
  return change(run, { stage: 'planning' }, { type: 'draft-plan', key: `draft-plan/${revision}`, revision, feedback });
}

export const onPlanDrafted: Handler<'plan-drafted'> = (run, event) => {
  if (run.stage !== 'planning' || event.revision !== (run.plan?.revision ?? 0) + 1) return unchanged(run);
  const { revision, hash, blob, estimate } = event;
  const tasks = event.tasks.map((task): TaskState => ({
    ...task,
    included: true,
    progress: 'waiting',
    attempts: 0,
    draft: null,
    fingerprint: null,
  }));
  const commentId = run.plan?.commentId ?? null;
  const plan = { revision, hash, blob, tasks, estimate, commentId, approvedBy: null };
  return change(
    run,
    { plan, stage: 'approving' },
    { type: 'post-plan', key: `post-plan/${hash}`, hash, shows: 'plan' },
  );
};

export const onPlanPosted: Handler<'plan-posted'> = (run, event) =>
  run.plan?.hash === event.hash ? change(run, { plan: { ...run.plan, commentId: event.commentId } }) : unchanged(run);

/** Ticks say which tasks to build; the approval box approves the plan that it was printed with. */
export const onPlanEdited: Handler<'plan-edited'> = (run, event) => {
  if (run.plan === null || run.stage !== 'approving' || event.planHash !== run.plan.hash) return unchanged(run);
  const unticked = new Set(event.unticked);
  const tasks = run.plan.tasks.map((task) => ({ ...task, included: !unticked.has(task.id) }));
  const next = { ...run, plan: { ...run.plan, tasks } };
  return event.approved && missingDependencies(next).length === 0 ? approvePlan(next, event.sender) : change(next, {});
};

/** Included tasks that need a task which was left out, as `T3 needs T1`. */
export function missingDependencies(run: Run): string[] {
  const tasks = run.plan?.tasks ?? [];
  const left = new Set(tasks.filter((task) => !task.included).map((task) => task.id));
  return tasks
    .filter((task) => task.included)
    .flatMap((task) => task.dependsOn.filter((id) => left.has(id)).map((id) => `${task.id} needs ${id}`));
}

export function approvePlan(run: Run, by: string): Change {
  if (run.plan === null) return unchanged(run);
  const plan = { ...run.plan, approvedBy: by };
  return change(
    run,
    { plan, stage: 'onboarding' },
    { type: 'check-setup', key: `check-setup/${plan.hash}` },
    { type: 'post-plan', key: `post-plan/${plan.hash}/approved`, hash: plan.hash, shows: 'progress' },
  );
}

export const onSetupChecked: Handler<'setup-checked'> = (run, event) => {
  if (run.stage !== 'onboarding') return unchanged(run);
  return event.ready ? startDrafting(run) : change(run, { onboardingPullRequest: event.pullRequest });
};

export const onOnboardingMerged: Handler<'onboarding-merged'> = (run, _event, { key }) =>
  run.stage === 'onboarding' ? change(run, {}, { type: 'check-setup', key: `check-setup/${key}` }) : unchanged(run);

function startDrafting(run: Run): Change {
  if (run.plan === null) return unchanged(run);
  const tasks = run.plan.tasks.map((task): TaskState =>
    task.included ? { ...task, progress: 'drafting', attempts: 1 } : task,
  );
  const effects = draftingOrder(tasks.filter((task) => task.included)).map((task) =>
    draftTask(run, task.id, 1, null, null),
  );
  return change(run, { plan: { ...run.plan, tasks }, stage: 'drafting', onboardingPullRequest: null }, ...effects);
}

export function draftTask(
  run: Run,
  task: string,
  attempt: number,
  failure: FailedCheck | null,
  previous: string | null,
) {
  const key = `draft-task/${run.plan?.revision ?? 0}.${run.retries}/${task}/${attempt}`;
  return { type: 'draft-task' as const, key, task, attempt, failure, previous };
}
