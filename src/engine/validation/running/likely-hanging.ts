import type { TestRun } from '#engine/validation/toolchain.ts';

/** Fewer files than these are run alone at once when their run was ended: it takes no longer than to guess who hung. */
const WORTH_A_GUESS = 4;

/**
 * Which of the files that did not finish are to be run alone first. Files run in their order: where time ended the run, it was the file
 * that reported last that hung, or the one after it. All of them, where they are few or something else ended the run.
 */
export function likelyHanging(run: TestRun): readonly string[] {
  const overdue = run.killedBy === 'cpu' || run.killedBy === 'wall-clock';
  if (!overdue || run.unfinished.length < WORTH_A_GUESS) return run.unfinished;
  const last = run.unfinished.indexOf(run.cases.at(-1)?.file ?? '');
  return run.unfinished.slice(Math.max(last, 0), last + 2);
}
