import type { Clock } from '#ports/clock.ts';

export interface SkippingClock extends Clock {
  /** Moves on to a time that lies ahead. */
  skipTo(time: Date): void;
}

/** The system's time, or one that stands still, and whatever was skipped: waiting costs nothing. */
export function createSkippingClock(standsAt?: Date): SkippingClock {
  let skipped = 0;
  const now = (): Date => new Date((standsAt?.getTime() ?? Date.now()) + skipped);
  return {
    now,
    skipTo: (time) => {
      skipped += Math.max(0, time.getTime() - now().getTime());
    },
  };
}
