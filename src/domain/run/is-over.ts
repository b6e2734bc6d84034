import type { Run } from '#domain/run/run.ts';

/** Nothing goes on: it has ended, or the label of its issue began no run. */
export function isOver({ stage }: Pick<Run, 'stage'>): boolean {
  return stage === 'idle' || stage === 'done' || stage === 'cancelled';
}
