import type { FailedCheck } from '#domain/build/symbol-state.ts';
import type { Run, TaskState } from '#domain/run/run.ts';
import { draftingOrder } from '#domain/run/transition/drafting-order.ts';
import { change, unchanged, type Change, type Handler } from '#domain/run/transition/change.ts';

export const onPatternsRetrieved: Handler<'patterns-retrieved'> = (run, event) =>
  run.stage === 'retrieval'
    ? orderPlan({ ...run, patterns: event.patterns, suspicious: event.suspicious ?? [] }, '')
    : unchanged(run);

/** Orders a plan (or the next revision of it); work on the old one ends here. */
export function orderPlan(run: Run, feedback: string): Change {
  const revision = (run.plan?.revision ?? 0) + 1;
  return change(run, { stage: 'planning' }, { type: 'draft-plan', key: `draft-plan/${revision}`, revision, feedback });
}

/**
 * `/mge revise`: at any time from the plan to the end of the review. What failed or was held back belonged to the plan
 * before; only a pause that a person ordered stays.
 */
export function revisePlan(run: Run, feedback: string): Change {
  const paused = run.paused?.code === 'paused' ? run.paused : null;
  return orderPlan({ ...run, paused, failed: [], held: [] }, feedback);
}

export const onPlanDrafted: Handler<'plan-drafted'> = (run, event) => {
  if (run.stage !== 'planning' || event.revision !== (run.plan?.revision ?? 0) + 1) return unchanged(run);
  const { revision, hash, blob, estimate } = event;
  const before = new Map(run.plan?.tasks.map((task) => [task.id, task]));
  const tasks = event.tasks.map(({ untouched, ...task }): TaskState => {
    const draft = untouched === true ? (before.get(task.id)?.draft ?? null) : null;
    const kept = draft !== null;
    return { ...task, included: true, progress: 'waiting', attempts: 0, draft, fingerprint: null, kept };
  });
  const { commentId = null, continued = [] } = run.plan ?? {};
  const plan = {
    revision,
    hash,
    blob,
    tasks,
    estimate,
    commentId,
    continued,
    approvedBy: null,
    previous: run.plan?.blob ?? null,
  };
  return change(
    run,
    { plan, stage: 'approving' },
    { type: 'post-plan', key: `post-plan/${revision}/${hash}`, hash, shows: 'plan' },
  );
};

export const onPlanPosted: Handler<'plan-posted'> = (run, event) =>
  run.plan?.hash === event.hash
    ? change(run, { plan: { ...run.plan, commentId: event.commentId, continued: event.continued ?? [] } })
    : unchanged(run);

export function approvePlan(run: Run, by: string): Change {
  if (run.plan === null) return unchanged(run);
  const plan = { ...run.plan, approvedBy: by };
  return change(
    run,
    { plan, stage: 'onboarding' },
    { type: 'check-setup', key: `check-setup/${plan.revision}/${plan.hash}`, asked: false },
    { type: 'post-plan', key: `post-plan/${plan.revision}/${plan.hash}/approved`, hash: plan.hash, shows: 'progress' },
  );
}

export const onSetupChecked: Handler<'setup-checked'> = (run, event, { at }) => {
  if (run.stage !== 'onboarding') return unchanged(run);
  return event.ready ? startDrafting(run, at) : change(run, { onboardingPullRequest: event.pullRequest });
};

export const onOnboardingMerged: Handler<'onboarding-merged'> = (run, _event, { key }) =>
  run.stage === 'onboarding'
    ? change(run, {}, { type: 'check-setup', key: `check-setup/${key}`, asked: false })
    : unchanged(run);

function startDrafting(run: Run, at: string): Change {
  if (run.plan === null) return unchanged(run);
  const tasks = run.plan.tasks.map((task): TaskState =>
    !task.included
      ? task
      : task.kept === true
        ? { ...task, progress: 'drafted' }
        : { ...task, progress: 'drafting', attempts: 1 },
  );
  const wanted = tasks.filter((task) => task.progress === 'drafting');
  const next = {
    ...run,
    plan: { ...run.plan, tasks },
    onboardingPullRequest: null,
    ahead: null,
    drafting: { since: at, latest: at },
  };
  if (wanted.length === 0) return analyseProject(next);
  const effects = draftingOrder(wanted).map((task) => draftTask(run, task.id, 1, null, null));
  return change(next, { stage: 'drafting' }, ...effects);
}

export function analyseProject(run: Run): Change {
  const key = `analyse-project/${run.plan?.revision ?? 1}`;
  return change(run, { stage: 'analysing' }, { type: 'analyse-project', key });
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
