import type { Clock } from '#ports/clock.ts';

const KEPT_MS = 60_000;
const MOST = 1000;

/**
 * Answers of the last minute are given again, unless a `fresh` one is wanted; several who ask at once wait for one answer. A
 * failure is not kept.
 */
export function createLately<T>({
  clock,
}: {
  readonly clock: Clock;
}): (name: string, ask: () => Promise<T>, fresh?: boolean) => Promise<T> {
  const kept = new Map<string, { readonly answer: Promise<T>; readonly until: number }>();
  return (name, ask, fresh = false) => {
    const now = clock.now().getTime();
    const known = kept.get(name);
    if (!fresh && known !== undefined && known.until > now) return known.answer;
    if (kept.size >= MOST) kept.clear();
    const asked = { answer: ask(), until: now + KEPT_MS };
    kept.set(name, asked);
    asked.answer.catch(() => {
      if (kept.get(name) === asked) kept.delete(name);
    });
    return asked.answer;
  };
}
