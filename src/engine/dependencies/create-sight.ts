/** What code can come to through names: those it writes, and those in what it names. */
export interface Sight {
  /** Whether `from` knows `to`: names it, or comes by names to a function or class that `to` stands in. */
  sees(from: string, to: string): boolean;
}

/** `mentions`: who names whom. `holders`: what stands directly in which class or function. */
export function createSight(mentions: Iterable<readonly [string, string]>, holders: ReadonlyMap<string, string>): Sight {
  const named = new Map<string, Set<string>>();
  const link = (from: string, to: string): void => {
    const known = named.get(from);
    if (known === undefined) named.set(from, new Set([to]));
    else known.add(to);
  };
  for (const [from, to] of mentions) link(from, to);
  // Whoever comes to a class may call its methods, and so comes to what those name.
  for (const [inner, holder] of holders) link(holder, inner);
  const around = (id: string): string[] => chain(holders, id);
  let last: { readonly from: string; readonly reached: ReadonlySet<string> } = { from: '', reached: new Set() };
  const reachedFrom = (from: string): ReadonlySet<string> => {
    if (last.from !== from) last = { from, reached: reach(named, [from, ...around(from)]) };
    return last.reached;
  };
  return {
    sees(from, to) {
      if (named.get(from)?.has(to) === true) return true;
      const wanted = around(to);
      if (wanted.length === 0) return false;
      if (around(from).includes(wanted[0] ?? '')) return true;
      const reached = reachedFrom(from);
      return wanted.some((holder) => reached.has(holder));
    },
  };
}

/** What something stands in, from the inside out. */
function chain(holders: ReadonlyMap<string, string>, id: string): string[] {
  const found: string[] = [];
  for (let at = holders.get(id); at !== undefined && !found.includes(at); at = holders.get(at)) found.push(at);
  return found;
}

function reach(named: ReadonlyMap<string, ReadonlySet<string>>, from: readonly string[]): Set<string> {
  const reached = new Set(from);
  for (const id of reached) for (const next of named.get(id) ?? []) reached.add(next);
  return reached;
}
