/** Times in milliseconds of two ways to do the same, measured in turn so that both see the same machine. */
export interface Pairs {
  readonly base: readonly number[];
  readonly changed: readonly number[];
  /** Of each pair: changed over base, and changed less base. */
  readonly ratios: readonly number[];
  readonly extra: readonly number[];
}

/** One pair to warm up, then `rounds` pairs. */
export async function measurePairs(ways: {
  readonly base: () => Promise<number>;
  readonly changed: () => Promise<number>;
  readonly rounds: number;
}): Promise<Pairs> {
  const pairs: { base: number; changed: number }[] = [];
  for (let round = 0; round <= ways.rounds; round += 1) {
    const base = await ways.base();
    const changed = await ways.changed();
    if (round > 0) pairs.push({ base, changed });
  }
  return {
    base: pairs.map((pair) => pair.base),
    changed: pairs.map((pair) => pair.changed),
    ratios: pairs.map((pair) => pair.changed / pair.base),
    extra: pairs.map((pair) => pair.changed - pair.base),
  };
}

/** Milliseconds that something takes. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
