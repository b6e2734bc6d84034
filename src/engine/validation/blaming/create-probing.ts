import type { BisectQuestion } from '#engine/validation/blaming/bisect.ts';

/** The probes of one search, and what they have told. */
export interface Probing {
  /** Candidates without which the case does not fail, as far as is known. */
  readonly needed: Set<string>;
  mayAsk(): boolean;
  count(): number;
  /** Asks with these live. Stubs that the case met are taken up among the needed. */
  fails(live: Iterable<string>): Promise<boolean>;
  /** Whether the last probe named a stub. */
  wasNamed(): boolean;
  /** Whether a probe has seen the case fail: ever, or with exactly these live. */
  sawFailure(): boolean;
  failedAt(live: Iterable<string>): boolean;
  /** Whether the needed alone were asked for and did not fail. */
  neededPasses(): boolean;
  /** Where in the order the rest of the search ends: what comes later is needed already, or is not. */
  end(): number;
  endAt(index: number): void;
}

export function createProbing({ order, probe, budget }: BisectQuestion): Probing {
  const needed = new Set<string>();
  const asked = new Map<string, boolean>();
  const known = new Set(order);
  let count = 0;
  let named = false;
  let end = order.length;
  const keyOf = (live: Iterable<string>): string => [...live].toSorted().join('\n');
  return {
    needed,
    mayAsk: () => count < budget,
    count: () => count,
    async fails(live) {
      const alive = new Set(live);
      const key = keyOf(alive);
      count += 1;
      const { outcome, reached = [] } = await probe(alive);
      const failed = outcome === 'failed';
      asked.set(key, failed);
      const before = needed.size;
      if (!failed) for (const id of reached) if (known.has(id) && !alive.has(id)) needed.add(id);
      named = needed.size > before;
      return failed;
    },
    wasNamed: () => named,
    sawFailure: () => [...asked.values()].includes(true),
    failedAt: (live) => asked.get(keyOf(live)) === true,
    neededPasses: () => asked.get(keyOf(needed)) === false,
    end: () => end,
    endAt: (index) => {
      end = index;
    },
  };
}
