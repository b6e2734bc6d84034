import type { Clock } from '#ports/clock.ts';

const WINDOW_MS = 60_000;
/** Fewer outcomes than this say nothing. */
const FEWEST = 3;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 300_000;

/**
 * Opens when more than half of the calls of the last minute failed, and closes with the first one that is answered afterwards:
 * when its pause is over, one call is let through; if that fails too, the next pause is twice as long, up to five minutes.
 */
export interface Circuit {
  /** Null: a call may begin. Else when to ask again. */
  closedUntil(): Date | null;
  record(answered: boolean): void;
}

export function createCircuit({ clock }: { readonly clock: Clock }): Circuit {
  let outcomes: { at: number; answered: boolean }[] = [];
  let openings = 0;
  let opensAt = 0;
  let probing = false;

  function open(now: number): void {
    opensAt = now + Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** openings);
    openings += 1;
    probing = false;
    outcomes = [];
  }

  return {
    closedUntil() {
      const now = clock.now().getTime();
      if (openings === 0) return null;
      if (now < opensAt) return new Date(opensAt);
      if (probing) return new Date(now + FIRST_PAUSE_MS / 10);
      probing = true;
      return null;
    },
    record(answered) {
      const now = clock.now().getTime();
      if (openings > 0) {
        // What was under way when it opened may still be answered: then the service is there again.
        if (!answered && now >= opensAt) open(now);
        else if (answered) [openings, probing] = [0, false];
        return;
      }
      outcomes = [...outcomes.filter(({ at }) => at > now - WINDOW_MS), { at: now, answered }];
      const failed = outcomes.filter((outcome) => !outcome.answered).length;
      if (outcomes.length >= FEWEST && failed * 2 > outcomes.length) open(now);
    },
  };
}
