import { createProbing, type Probing } from '#engine/validation/blaming/create-probing.ts';

/** What a probe with some candidates live (the rest as stubs) saw of the failing test case. */
export interface ProbeAnswer {
  readonly outcome: 'failed' | 'passed' | 'skipped';
  /** Stubs that the case ran into, when the probe could tell: each of them is needed for the failure. */
  readonly reached?: readonly string[];
}

export interface BisectQuestion {
  /** Candidates in topological order, dependencies first; with all of them live the case has failed. */
  readonly order: readonly string[];
  readonly probe: (live: ReadonlySet<string>) => Promise<ProbeAnswer>;
  readonly budget: number;
}

export type BisectAnswer =
  /** The smallest set found without which the case does not fail; empty: it fails with no candidate live. */
  | { readonly kind: 'group'; readonly members: readonly string[]; readonly probes: number }
  /** The same tree gave different outcomes. */
  | { readonly kind: 'flaky'; readonly probes: number }
  | { readonly kind: 'gave-up'; readonly members: readonly string[]; readonly probes: number };

type Verdict = BisectAnswer['kind'];

/**
 * Finds the candidates that must be live for a case to fail. One culprit costs at most ceil(log2 n) + 1 probes; each
 * further member of the group costs one more search, or a single probe where the stub that was reached is named. Of
 * several culprits that each fail alone, the first of the order is found.
 */
export async function bisect(question: BisectQuestion): Promise<BisectAnswer> {
  const probing = createProbing(question);
  let verdict: Verdict | null = null;
  while (verdict === null && probing.mayAsk()) verdict = await findNext(probing, question);
  const members = question.order.filter((id) => probing.needed.has(id));
  if (verdict === 'flaky') return { kind: 'flaky', probes: probing.count() };
  return { kind: verdict ?? 'gave-up', members, probes: probing.count() };
}

/** Finds one more member of the group, or all that a named stub leads to; null: there are more to find. */
async function findNext(probing: Probing, { order }: BisectQuestion): Promise<Verdict | null> {
  const { needed } = probing;
  const rest = order.filter((id, index) => !needed.has(id) && index < probing.end());
  const [low, high] = await searchPrefix(probing, rest);
  if (probing.wasNamed()) return followNames(probing, order);
  const id = rest[high - 1];
  if (high - low > 1) return 'gave-up';
  if (high <= 1 && !probing.neededPasses()) {
    // The search ended at the first of them: perhaps none of them is needed at all.
    if (await probing.fails(needed)) return 'group';
    if (probing.wasNamed()) return followNames(probing, order);
  }
  if (id === undefined) return 'flaky';
  needed.add(id);
  probing.endAt(order.indexOf(id));
  // With the needed and this one it was seen to fail; a single candidate was seen before.
  if (high === 1 && (probing.failedAt(needed) || order.length === 1)) return 'group';
  if (!probing.mayAsk()) return 'gave-up';
  if (await probing.fails(needed)) return 'group';
  if (probing.wasNamed()) return followNames(probing, order);
  if (probing.sawFailure()) return null;
  return probing.mayAsk() && !(await probing.fails(order)) ? 'flaky' : null;
}

/** Each stub that is named names the next one, until the case fails with all of them live. */
async function followNames(probing: Probing, order: readonly string[]): Promise<Verdict | null> {
  // With the only candidate live it has failed before, and so it may have with these.
  if (order.length === 1 || probing.failedAt(probing.needed)) return 'group';
  while (probing.wasNamed() && probing.mayAsk()) if (await probing.fails(probing.needed)) return 'group';
  return null;
}

/** Halves until the shortest failing prefix is known: `low` does not fail (0 is not asked for), `high` does. */
async function searchPrefix(probing: Probing, rest: readonly string[]): Promise<[number, number]> {
  let [low, high] = [0, rest.length];
  while (high - low > 1 && probing.mayAsk()) {
    const middle = (low + high) >> 1;
    if (await probing.fails([...probing.needed, ...rest.slice(0, middle)])) high = middle;
    else if (probing.wasNamed()) break;
    else low = middle;
  }
  return [low, high];
}
