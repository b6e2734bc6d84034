import { LRUCache } from 'lru-cache';
import type { Clock } from '#ports/clock.ts';

/** The service keeps a prefix for five minutes after it was last used. */
const WARM_MS = 240_000;
/** Longer than this nobody waits for the one ahead. */
const PATIENCE_MS = 15_000;
const MOST_PREFIXES = 200;

/** The place of a call among those that share its prefix. */
export interface Lead {
  /** The first word of the answer is here, so the prefix is in the cache. */
  begun(): void;
  /** The call has ended, however it did. */
  over(): void;
}

interface Prefix {
  warmUntil: number;
  leading: Promise<void> | null;
}

/**
 * A prefix can be read from the cache once the answer to a call that wrote it has begun. So of calls that begin together, one goes
 * ahead and the others follow at its first word: fifty drafts pay for the project's description once, not fifty times. When the
 * one ahead fails, the next takes its place.
 */
export function createPrefixLead({
  clock,
  patienceMs = PATIENCE_MS,
}: {
  readonly clock: Clock;
  readonly patienceMs?: number;
}): (prefix: string | null) => Promise<Lead> {
  const prefixes = new LRUCache<string, Prefix>({ max: MOST_PREFIXES });

  function lead(key: string, prefix: Prefix): Lead {
    let free = (): void => undefined;
    const leading = new Promise<void>((resolve) => (free = resolve));
    prefix.leading = leading;
    const end = (): void => {
      // By then somebody else may be ahead.
      if (prefix.leading === leading) prefix.leading = null;
      free();
    };
    prefixes.set(key, prefix);
    return { begun: () => (warm(prefix), end()), over: end };
  }
  function warm(prefix: Prefix): void {
    prefix.warmUntil = clock.now().getTime() + WARM_MS;
  }

  return async (key) => {
    if (key === null) return NOBODY;
    for (;;) {
      const prefix = prefixes.get(key) ?? { warmUntil: 0, leading: null };
      const isWarm = clock.now().getTime() < prefix.warmUntil;
      if (isWarm) return { begun: () => warm(prefix), over: ignore };
      if (prefix.leading === null) return lead(key, prefix);
      if (!(await isOver(prefix.leading, patienceMs))) return NOBODY;
    }
  };
}

const NOBODY: Lead = { begun: ignore, over: ignore };

function ignore(): void {}

/** Whether the one ahead made way in time. */
async function isOver(leading: Promise<void>, patienceMs: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  try {
    return await Promise.race([leading.then(() => true), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
