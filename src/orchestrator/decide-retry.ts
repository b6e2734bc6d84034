import type { ClassifiedFailure } from '#domain/failure/classify-failure.ts';
import type { Postponement } from '#ports/outbox.ts';

const TRIES = 3;
/** Most of what passes has passed after a moment; what has not is given time. */
const FIRST_DELAY_MS = 1_000;
const GROWTH = 9;
/** A time to wait for that has passed already must not make a busy loop. */
const SHORTEST_WAIT_MS = 1_000;

export interface FailedTry {
  readonly classified: ClassifiedFailure;
  /** Tries used up before this one. */
  readonly tries: number;
  readonly now: Date;
  /** 0 (inclusive) to 1 (exclusive): spreads the tries of effects that failed together. */
  readonly random: () => number;
}

function after(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + Math.round(milliseconds));
}

/** Whether and when a failed effect is tried again; null: it has failed. */
export function decideRetry({ classified, tries, now, random }: FailedTry): Postponement | null {
  const { failure, until } = classified;
  if (failure.retry === 'give-up' || failure.retry === 'ask-human') return null;
  if (failure.retry === 'wait-until' && until !== null) {
    const soonest = after(now, SHORTEST_WAIT_MS);
    return { until: until > soonest ? until : soonest, counts: false };
  }
  if (tries + 1 >= TRIES) return null;
  const delay = after(now, FIRST_DELAY_MS * GROWTH ** tries * (0.75 + random() / 2));
  return { until: until !== null && until > delay ? until : delay, counts: true };
}
