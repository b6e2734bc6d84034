import type { Effect } from '#domain/run/effect.ts';
import type { EventOf, RunEventType } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';

/** What a handler makes of an event: the next run, and effects whose keys are relative to the run. */
export interface Change {
  readonly run: Run;
  readonly effects: readonly Effect[];
}

/** The occasion of a transition: the key and time (ISO 8601) of its event. */
export interface Occasion {
  readonly key: string;
  readonly at: string;
}

export type Handler<T extends RunEventType> = (run: Run, event: EventOf<T>, occasion: Occasion) => Change;

export function change(run: Run, patch: Partial<Run>, ...effects: readonly Effect[]): Change {
  return { run: { ...run, ...patch }, effects };
}

export function unchanged(run: Run): Change {
  return { run, effects: [] };
}

/** One change after another: the effects of both, the run of the second. */
export function andThen(first: Change, next: (run: Run) => Change): Change {
  const second = next(first.run);
  return { run: second.run, effects: [...first.effects, ...second.effects] };
}
