import type { Run, TaskState } from '#domain/run/run.ts';
import { change, unchanged, type Change, type Handler } from '#domain/run/transition/change.ts';
import { draftTask } from '#domain/run/transition/planning.ts';
import { draftOn } from '#domain/run/transition/working-ahead.ts';

export const onTaskDrafted: Handler<'task-drafted'> = (run, event, { key, at }) =>
  run.stage === 'drafting' && isOfThisPlan(run, key)
    ? settleDrafts(withTask(cameAt(run, at), event.task, { progress: 'drafted', draft: event.draft }))
    : unchanged(run);

/** A rejected draft is drafted again with the evidence, unless it failed twice in the same way or used its attempts. */
export const onTaskDraftRejected: Handler<'task-draft-rejected'> = (run, event, { key }) => {
  const task = run.plan?.tasks.find((each) => each.id === event.task);
  if (run.stage !== 'drafting' || !isOfThisPlan(run, key) || task === undefined || run.plan === null)
    return unchanged(run);
  const { fingerprint } = event.failure;
  if (event.attempt >= run.settings.attempts || task.fingerprint === fingerprint) {
    const failed = withTask(run, task.id, { progress: 'failed', attempts: event.attempt, fingerprint });
    return settleDrafts(failed, `${task.id} (${task.title}): ${event.failure.message}`);
  }
  const attempt = event.attempt + 1;
  return change(
    withTask(run, task.id, { attempts: attempt, fingerprint }),
    {},
    draftTask(run, task.id, attempt, event.failure, event.draft),
  );
};

function cameAt(run: Run, at: string): Run {
  return { ...run, drafting: { since: run.drafting?.since ?? at, latest: at } };
}

/** The plan may have been revised while a draft was written: its key names the revision. */
function isOfThisPlan(run: Run, key: string): boolean {
  return key.includes(`draft-task/${run.plan?.revision ?? 0}.`);
}

function settleDrafts(run: Run, problem?: string): Change {
  const included = run.plan?.tasks.filter((task) => task.included) ?? [];
  const failed = included.filter((task) => task.progress === 'failed');
  if (failed.length > 0) {
    const reason = problem ?? run.paused?.reason ?? `no usable draft of ${failed.map((task) => task.id).join(', ')}`;
    const nextStep = 'Type `/mge retry` to have it drafted again, or `/mge revise` and what should change in the plan.';
    return change(run, { paused: { by: 'MGE', reason, nextStep, code: 'draft-rejected' } });
  }
  return draftOn(run);
}

/** Failed drafts start over with fresh attempts. Used by `/mge retry`. */
export function redraftFailedTasks(run: Run): Change {
  const failed = run.plan?.tasks.filter((task) => task.progress === 'failed') ?? [];
  if (run.plan === null || run.stage !== 'drafting' || failed.length === 0) return unchanged(run);
  const again = failed.reduce(
    (next, task) => withTask(next, task.id, { progress: 'drafting', attempts: 1, fingerprint: null }),
    run,
  );
  return change(again, {}, ...failed.map((task) => draftTask(run, task.id, 1, null, null)));
}

function withTask(run: Run, id: string, patch: Partial<TaskState>): Run {
  if (run.plan === null) return run;
  return {
    ...run,
    plan: { ...run.plan, tasks: run.plan.tasks.map((task) => (task.id === id ? { ...task, ...patch } : task)) },
  };
}
