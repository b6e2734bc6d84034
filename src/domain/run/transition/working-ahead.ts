import { isDispatching } from '#domain/build/progress.ts';
import type { Run, TaskState } from '#domain/run/run.ts';
import { change, unchanged, type Change } from '#domain/run/transition/change.ts';
import { analyseProject } from '#domain/run/transition/planning.ts';

/** Fewer new tasks than this are not worth a validation run of their own. */
const FEWEST_TASKS = 8;
/** Nor is a smaller share of the plan: a part costs a dozen requests to GitHub, and more than one gains hardly anything. */
const SMALLEST_SHARE = 0.5;
/** Drafts that come sooner are followed by the others soon: a validation run, of 45 s and more, would not be over before they are there. */
const SOONEST_SECONDS = 20;
/** Parts of a plan that are analysed before all of it is drafted. */
const MOST_PARTS = 1;

/**
 * Goes on while tasks are drafted: when all are, the whole project is analysed; until then finished tasks, with all that
 * they need, are judged ahead of the others. What is analysed must not change under an analysis, so it waits for a dispatch
 * that is under way, which puts new texts in place.
 */
export function draftOn(run: Run): Change {
  const tasks = run.plan?.tasks.filter((task) => task.included) ?? [];
  if (run.stage !== 'drafting' || tasks.some((task) => task.progress === 'failed')) return unchanged(run);
  if (run.ahead?.analysing === true || (run.build !== null && isDispatching(run.build))) return unchanged(run);
  return tasks.some((task) => task.progress === 'drafting') ? orderPart(run, tasks) : analyseProject(run);
}

function orderPart(run: Run, tasks: readonly TaskState[]): Change {
  const { generation } = run.settings;
  if (!generation.judge_ahead || generation.first_attempt === 'focused' || areDraftsQuick(run)) return unchanged(run);
  const before = run.ahead ?? null;
  // A build of an earlier plan is carried over as a whole, once the drafts of the new one are there.
  if (run.build !== null && before === null) return unchanged(run);
  const part = (before?.part ?? 0) + 1;
  const ready = readyTasks(tasks);
  const known = new Set(before?.tasks);
  const fresh = ready.filter((id) => !known.has(id)).length;
  if (part > MOST_PARTS || fresh < Math.max(FEWEST_TASKS, tasks.length * SMALLEST_SHARE)) return unchanged(run);
  const key = `analyse-project/${run.plan?.revision ?? 1}.${part}`;
  const ahead = { part, analysing: true, tasks: before?.tasks ?? [] };
  return change(run, { ahead }, { type: 'analyse-project', key, part, tasks: ready });
}

function areDraftsQuick({ drafting }: Run): boolean {
  if (drafting === undefined) return false;
  return Date.parse(drafting.latest) - Date.parse(drafting.since) < SOONEST_SECONDS * 1000;
}

/** Tasks that are drafted, as is everything that they need. */
function readyTasks(tasks: readonly TaskState[]): string[] {
  let ready = tasks.filter((task) => task.progress === 'drafted');
  const ids = new Set(tasks.map(({ id }) => id));
  for (let count = -1; count !== ready.length;) {
    count = ready.length;
    const there = new Set(ready.map(({ id }) => id));
    ready = ready.filter((task) => task.dependsOn.every((id) => there.has(id) || !ids.has(id)));
  }
  return ready.map(({ id }) => id);
}
