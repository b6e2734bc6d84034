import type { Clock } from '#ports/clock.ts';

/** Calls at a time, to begin with and at most. */
const MOST = 200;
/** What a refusal leaves of the places, and for how long further ones count as the same refusal. */
const SHRINK = 0.7;
const SAME_MS = 5_000;
const KINDS = ['requests', 'tokens', 'input-tokens', 'output-tokens'] as const;
const SOON_MS = 1_000;

/**
 * How many calls may be under way, as the service takes it: fewer after each refusal (429, 529), more with each answer, and none
 * while the service asked to wait or its `anthropic-ratelimit-*` headers say that nothing is left.
 */
export interface CallLimit {
  /** Null: the caller has a place, and gives it back with one of the others. Else when to ask again. */
  enter(): Date | null;
  answered(headers: Headers | undefined): void;
  refused(until: Date | null): void;
  /** The call ended for a reason that says nothing of limits. */
  left(): void;
  readonly places: number;
}

export function createCallLimit({ clock }: { readonly clock: Clock }): CallLimit {
  let places = MOST;
  let underWay = 0;
  let waitUntil = 0;
  let shrunkAt = Number.NEGATIVE_INFINITY;

  function wait(until: number): void {
    waitUntil = Math.max(waitUntil, until);
  }

  return {
    enter() {
      const now = clock.now().getTime();
      if (now < waitUntil) return new Date(waitUntil);
      if (underWay >= Math.max(1, Math.floor(places))) return new Date(now + SOON_MS);
      underWay += 1;
      return null;
    },
    answered(headers) {
      underWay -= 1;
      places = Math.min(MOST, places + 1);
      if (headers === undefined) return;
      for (const kind of KINDS) wait(usedUpUntil(headers, kind));
    },
    refused(until) {
      const now = clock.now().getTime();
      if (now - shrunkAt >= SAME_MS) {
        places = Math.max(1, Math.min(places, underWay) * SHRINK);
        shrunkAt = now;
      }
      underWay -= 1;
      if (until !== null) wait(until.getTime());
    },
    left() {
      underWay -= 1;
    },
    get places() {
      return Math.max(1, Math.floor(places));
    },
  };
}

/** When a limit that has nothing left is filled again; 0 when it has, or is not told. */
function usedUpUntil(headers: Headers, kind: string): number {
  const remaining = headers.get(`anthropic-ratelimit-${kind}-remaining`);
  const reset = Date.parse(headers.get(`anthropic-ratelimit-${kind}-reset`) ?? '');
  return remaining !== null && Number(remaining) <= 0 && !Number.isNaN(reset) ? reset : 0;
}
