import type { Run } from '#domain/run/run.ts';

const FEWEST = 20;
const MOST = 600;

/**
 * How many seconds apart the comments that show a run are edited: a quarter of its age, from 20 seconds to ten minutes. So a
 * run of any length costs some twenty edits, and what people see is never older than a fifth of the run.
 */
export function secondsBetweenEdits({ startedAt }: Pick<Run, 'startedAt'>, now: Date): number {
  const age = startedAt === null ? 0 : (now.getTime() - Date.parse(startedAt)) / 1000;
  return Math.min(MOST, Math.max(FEWEST, age / 4));
}
