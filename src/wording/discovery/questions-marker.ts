import type { Run } from '#domain/run/run.ts';

/** The marker of the comment that asks and then sums up: one a run, a new one when a cancelled run starts again. */
export function questionsMarker(run: Run): string {
  return `questions-${run.generation}`;
}
