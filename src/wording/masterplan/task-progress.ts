import { isTaskVerified } from '#domain/plan/is-task-verified.ts';
import type { PlanState, Run } from '#domain/run/run.ts';

export interface TaskProgress {
  /** Everything of the task is validated and on the branch's levels. */
  readonly done: boolean;
  /** A few words, or an empty string before the work on it begins. */
  readonly text: string;
}

/** How far a task of an approved plan is, from verified state only. */
export function taskProgress(run: Run, { tasks }: PlanState, id: string): TaskProgress {
  const { build } = run;
  const task = tasks.find((each) => each.id === id);
  if (task === undefined || !task.included) return { done: false, text: '' };
  if (build === null) return { done: false, text: DRAFTING[task.progress] };
  const symbols = Object.values(build.symbols).filter((each) => each.task === id && each.progress !== 'existing');
  const done = isTaskVerified(run, id);
  if (symbols.length === 0) return { done, text: '' };
  const validated = symbols.filter((each) => each.progress === 'validated').length;
  const flagged = symbols.filter((each) => each.progress === 'flagged').length;
  const text = `${validated} of ${symbols.length} passed${flagged > 0 ? `, ${flagged} for people to look at` : ''}`;
  return { done, text };
}

const DRAFTING = { waiting: '', drafting: 'being written', drafted: 'written', failed: 'no usable draft' } as const;
