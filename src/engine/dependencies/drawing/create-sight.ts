import { createPairNumbering } from '#engine/dependencies/values/create-pair-numbering.ts';
import { createReach } from '#engine/dependencies/drawing/create-reach.ts';
import type { Links } from '#engine/dependencies/drawing/links.ts';

/** What code can come to through names: those it writes, and those in what it names. */
export interface Sight {
  /** Whether `from` knows `to`: names it, or comes by names to a function or class that `to` stands in. */
  sees(from: number, to: number): boolean;
}

/** `mentions`: who names whom. `holders`: what stands directly in which class or function. */
export function createSight(mentions: Links, holders: ReadonlyMap<number, number>): Sight {
  const { count } = mentions;
  const named = createPairNumbering();
  mentions.from.forEach((from, link) => named.of(from, mentions.to[link] ?? 0));
  // Whoever comes to a class may call its methods, and so comes to what those name.
  const opened: Links = {
    count,
    from: [...mentions.from, ...holders.values()],
    to: [...mentions.to, ...holders.keys()],
  };
  const around = (id: number): number[] => chain(holders, id);
  const namesOf = createReach(mentions, (id) => [id]);
  const knownTo = createReach(opened, (id) => [id, ...around(id)]);
  return {
    sees(from, to) {
      if (named.find(from, to) >= 0) return true;
      const wanted = around(to);
      if (wanted.length === 0) return namesOf(from, [to]);
      if (around(from).includes(wanted[0] ?? -1)) return true;
      return knownTo(from, wanted);
    },
  };
}

/** What something stands in, from the inside out. */
function chain(holders: ReadonlyMap<number, number>, id: number): number[] {
  const found: number[] = [];
  for (let at = holders.get(id); at !== undefined && !found.includes(at); at = holders.get(at)) found.push(at);
  return found;
}
