import type { Run } from '#domain/run/run.ts';

/**
 * The date of a run's commit: a function of the run alone, so that the same commit made twice has the same SHA. Each
 * `step` is one second later, so that the log keeps its order.
 */
export function commitDate(run: Run, step: number): Date {
  const start = run.startedAt === null ? 0 : Date.parse(run.startedAt);
  return new Date(Math.floor(start / 1000) * 1000 + step * 1000);
}
