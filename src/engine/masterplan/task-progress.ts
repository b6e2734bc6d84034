import type { PlanState, Run } from '#domain/run/run.ts';

export interface TaskProgress {
  /** Everything of the task is validated and on the branch's levels. */
  readonly done: boolean;
  /** A few words, or an empty string before the work on it begins. */
  readonly text: string;
}

/** How far a task of an approved plan is, from verified state only. */
export function taskProgress({ build }: Run, { tasks }: PlanState, id: string): TaskProgress {
  const task = tasks.find((each) => each.id === id);
  if (task === undefined || !task.included) return { done: false, text: '' };
  if (build === null) return { done: false, text: DRAFTING[task.progress] };
  const symbols = Object.values(build.symbols).filter((each) => each.task === id && each.progress !== 'existing');
  // Settings and documents have no symbols: they come with the first level.
  if (symbols.length === 0) return { done: build.committedLevels > 0, text: '' };
  const validated = symbols.filter((each) => each.progress === 'validated').length;
  const flagged = symbols.filter((each) => each.progress === 'flagged').length;
  const text = `${validated} of ${symbols.length} validated${flagged > 0 ? `, ${flagged} for people to look at` : ''}`;
  return { done: validated === symbols.length, text };
}

const DRAFTING = { waiting: '', drafting: 'being written', drafted: 'written', failed: 'no usable draft' } as const;
