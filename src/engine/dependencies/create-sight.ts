/** What code can come to through names: those it writes, and those in what it names. */
export interface Sight {
  /** Whether `from` knows `to`: names it, or comes by names to a function or class that `to` stands in. */
  sees(from: string, to: string): boolean;
}

/** `mentions`: who names whom. `holders`: what stands directly in which class or function. */
export function createSight(
  mentions: readonly (readonly [string, string])[],
  holders: ReadonlyMap<string, string>,
): Sight {
  const named = groupPairs(mentions);
  // Whoever comes to a class may call its methods, and so comes to what those name.
  const opened = groupPairs([...mentions, ...Array.from(holders, ([inner, holder]) => [holder, inner] as const)]);
  const around = (id: string): string[] => chain(holders, id);
  const namesOf = createReach(named, (id) => [id]);
  const knownTo = createReach(opened, (id) => [id, ...around(id)]);
  return {
    sees(from, to) {
      if (named.get(from)?.has(to) === true) return true;
      const wanted = around(to);
      if (wanted.length === 0) return namesOf(from).has(to);
      if (around(from).includes(wanted[0] ?? '')) return true;
      const reached = knownTo(from);
      return wanted.some((holder) => reached.has(holder));
    },
  };
}

type Links = ReadonlyMap<string, ReadonlySet<string>>;

function groupPairs(pairs: Iterable<readonly [string, string]>): Links {
  const groups = new Map<string, Set<string>>();
  for (const [from, to] of pairs) {
    const known = groups.get(from);
    if (known === undefined) groups.set(from, new Set([to]));
    else known.add(to);
  }
  return groups;
}

/** All that can be reached; the last answer is kept, for questions that come in the order of their start. */
function createReach(links: Links, startsOf: (id: string) => string[]): (from: string) => ReadonlySet<string> {
  let last: { readonly from: string; readonly reached: Set<string> } | null = null;
  return (from) => {
    if (last?.from === from) return last.reached;
    const reached = new Set(startsOf(from));
    for (const id of reached) for (const next of links.get(id) ?? []) reached.add(next);
    last = { from, reached };
    return reached;
  };
}

/** What something stands in, from the inside out. */
function chain(holders: ReadonlyMap<string, string>, id: string): string[] {
  const found: string[] = [];
  for (let at = holders.get(id); at !== undefined && !found.includes(at); at = holders.get(at)) found.push(at);
  return found;
}
