/** A set of pairs of numbers from 0, in flat arrays. */
export interface PairSet {
  /** Tells whether the pair was not there. */
  add(left: number, right: number): boolean;
}

interface Table {
  /** Pairs one after the other; a left of -1 is a free place. The number of places is a power of two. */
  places: Int32Array;
  count: number;
}

export function createPairSet(): PairSet {
  const table: Table = { places: new Int32Array(2 << 12).fill(-1), count: 0 };
  return {
    add(left, right) {
      if (!place(table.places, left, right)) return false;
      table.count += 1;
      // A table more than two thirds full is slow.
      if (table.count * 3 > table.places.length) grow(table);
      return true;
    },
  };
}

function place(places: Int32Array, left: number, right: number): boolean {
  const mask = (places.length >> 1) - 1;
  let hash = Math.imul(left, 0x9e3779b1) + right;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash ^= hash >>> 13;
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const found = places[2 * at] ?? -1;
    if (found < 0) {
      places[2 * at] = left;
      places[2 * at + 1] = right;
      return true;
    }
    if (found === left && places[2 * at + 1] === right) return false;
  }
}

function grow(table: Table): void {
  const { places } = table;
  const larger = new Int32Array(places.length * 2).fill(-1);
  for (let at = 0; at < places.length; at += 2)
    if ((places[at] ?? -1) >= 0) place(larger, places[at] ?? 0, places[at + 1] ?? 0);
  table.places = larger;
}
