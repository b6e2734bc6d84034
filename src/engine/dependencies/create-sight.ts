import { createReach } from '#engine/dependencies/create-reach.ts';

/** What code can come to through names: those it writes, and those in what it names. */
export interface Sight {
  /** Whether `from` knows `to`: names it, or comes by names to a function or class that `to` stands in. */
  sees(from: string, to: string): boolean;
}

type Pairs = readonly (readonly [string, string])[];

/** `mentions`: who names whom. `holders`: what stands directly in which class or function. */
export function createSight(mentions: Pairs, holders: ReadonlyMap<string, string>): Sight {
  const named = groupPairs(mentions);
  // Whoever comes to a class may call its methods, and so comes to what those name.
  const opened: Pairs = [...mentions, ...Array.from(holders, ([inner, holder]) => [holder, inner] as const)];
  const around = (id: string): string[] => chain(holders, id);
  const namesOf = createReach(mentions, (id) => [id]);
  const knownTo = createReach(opened, (id) => [id, ...around(id)]);
  return {
    sees(from, to) {
      if (named.get(from)?.has(to) === true) return true;
      const wanted = around(to);
      if (wanted.length === 0) return namesOf(from, [to]);
      if (around(from).includes(wanted[0] ?? '')) return true;
      return knownTo(from, wanted);
    },
  };
}

function groupPairs(pairs: Pairs): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const [from, to] of pairs) {
    const known = groups.get(from);
    if (known === undefined) groups.set(from, new Set([to]));
    else known.add(to);
  }
  return groups;
}

/** What something stands in, from the inside out. */
function chain(holders: ReadonlyMap<string, string>, id: string): string[] {
  const found: string[] = [];
  for (let at = holders.get(id); at !== undefined && !found.includes(at); at = holders.get(at)) found.push(at);
  return found;
}
