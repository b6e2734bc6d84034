import type { Json } from '#local/github/json.ts';

/** An answer that a test wants instead of the real one. */
export interface WantedFailure {
  /** 0: no answer at all, the connection is cut. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
  /** How often; once when left out. */
  readonly times?: number;
  /** Whether the route does its work first, so that only the answer is lost. */
  readonly afterwards?: boolean;
}

export interface Failures {
  /** `route` is `POST /repos/{owner}/{repo}/issues`, or `POST graphql`. */
  failNext(route: string, failure: WantedFailure): void;
  /** Takes the failure that is due for a route, if any. */
  take(route: string): WantedFailure | null;
}

export function createFailures(): Failures {
  const waiting: { route: string; failure: WantedFailure; left: number }[] = [];
  return {
    failNext: (route, failure) => void waiting.push({ route, failure, left: failure.times ?? 1 }),
    take: (route) => {
      const due = waiting.find((entry) => entry.route === route && entry.left > 0);
      if (!due) return null;
      due.left -= 1;
      return due.failure;
    },
  };
}
