import type { RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { change, type Change, type Occasion } from '#domain/run/transition/change.ts';

/** More decisions than this before the review is posted are dropped: their people see that nothing came of them. */
const MOST_EARLY = 50;

/** Threads are seen on GitHub one by one, and the run learns of them all together: a quick person decides before that. */
export function comesEarly(run: Run, event: RunEvent): boolean {
  if (run.stage !== 'reviewing' || run.review?.posted !== false) return false;
  return event.type === 'thread-resolved' || (event.type === 'command-given' && event.place.kind === 'thread');
}

/** Keeps an early decision until the review is posted. */
export function keepEarly(run: Run, event: RunEvent, { key }: Occasion): Change {
  const early = run.early ?? [];
  return early.length >= MOST_EARLY ? change(run, {}) : change(run, { early: [...early, { key, event }] });
}
