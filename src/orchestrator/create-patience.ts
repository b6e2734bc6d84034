import type { Clock } from '#ports/clock.ts';

const FIRST_MS = 60_000;
const LONGEST_MS = 10 * 60_000;
const REMEMBERED = 10_000;

/**
 * Says whether it is time to ask about a thing (again): at once the first time, then after a minute, and each time twice as
 * long as before, up to ten minutes. What GitHub tells by itself need not be asked every minute.
 */
export function createPatience({ clock }: { readonly clock: Clock }): (what: string) => boolean {
  const asked = new Map<string, { readonly next: number; readonly gap: number }>();
  return (what) => {
    const now = clock.now().getTime();
    const before = asked.get(what);
    if (before !== undefined && before.next > now) return false;
    if (asked.size >= REMEMBERED) asked.clear();
    const gap = before === undefined ? FIRST_MS : Math.min(LONGEST_MS, before.gap * 2);
    asked.set(what, { next: now + gap, gap });
    return true;
  };
}
