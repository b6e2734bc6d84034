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

/**
 * Finds the candidates that must be live for a case to fail. One culprit costs at most ceil(log2 n) + 2 probes; each
 * further member of the group costs one more search, or a single probe where the stub that was reached is named.
 */
export async function bisect(question: BisectQuestion): Promise<BisectAnswer> {
  const needed = new Set<string>();
  const spent = { probes: 0 };
  const ask = (live: Iterable<string>): Promise<ProbeAnswer> => {
    spent.probes += 1;
    return question.probe(new Set(live));
  };
  let rest: readonly string[] = question.order;

  while (spent.probes < question.budget) {
    const answer = await ask(needed);
    if (answer.outcome === 'failed')
      return { kind: 'group', members: inOrder(needed, question.order), probes: spent.probes };
    const named = (answer.reached ?? []).filter((id) => question.order.includes(id) && !needed.has(id));
    if (named.length > 0) {
      named.forEach((id) => needed.add(id));
      rest = rest.filter((id) => !needed.has(id));
      continue;
    }
    const last = await findLastNeeded(rest, needed, ask, () => spent.probes < question.budget);
    if (last === null)
      return spent.probes < question.budget
        ? { kind: 'flaky', probes: spent.probes }
        : giveUp(needed, question.order, spent.probes);
    needed.add(last.id);
    rest = rest.slice(0, last.index);
  }
  return giveUp(needed, question.order, spent.probes);
}

/**
 * The end of the shortest prefix of `rest` that, live together with `needed`, makes the case fail; null when not even
 * all of them do.
 */
async function findLastNeeded(
  rest: readonly string[],
  needed: ReadonlySet<string>,
  ask: (live: Iterable<string>) => Promise<ProbeAnswer>,
  mayAsk: () => boolean,
): Promise<{ id: string; index: number } | null> {
  let [low, high] = [0, rest.length];
  let seen = false;
  while (high - low > 1 && mayAsk()) {
    const middle = (low + high) >> 1;
    const { outcome } = await ask([...needed, ...rest.slice(0, middle)]);
    if (outcome === 'failed') [high, seen] = [middle, true];
    else low = middle;
  }
  const id = rest[high - 1];
  if (id === undefined || !mayAsk()) return null;
  // That all of them fail was only seen before the search: ask again, or a flaky case would blame the last one.
  if (!seen && (await ask([...needed, ...rest])).outcome !== 'failed') return null;
  return { id, index: high - 1 };
}

function inOrder(needed: ReadonlySet<string>, order: readonly string[]): string[] {
  return order.filter((id) => needed.has(id));
}

function giveUp(needed: ReadonlySet<string>, order: readonly string[], probes: number): BisectAnswer {
  return { kind: 'gave-up', members: inOrder(needed, order), probes };
}
