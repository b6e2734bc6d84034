import type { Clock } from '#ports/clock.ts';

export interface ManualClock extends Clock {
  advance(milliseconds: number): void;
  set(time: Date): void;
}

/** A clock that stands still until a test moves it. */
export function createManualClock(start = '2026-11-21T09:00:00.000Z'): ManualClock {
  let time = new Date(start).getTime();
  return {
    now: () => new Date(time),
    advance: (milliseconds) => {
      time += milliseconds;
    },
    set: (at) => {
      time = at.getTime();
    },
  };
}
