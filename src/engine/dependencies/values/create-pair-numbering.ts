import { enlarge } from '#engine/dependencies/values/enlarge.ts';

/** Gives pairs of numbers (each from 0 to 2^31 - 1) numbers, from 0 in the order in which they come; equal pairs the same. In flat arrays. */
export interface PairNumbering {
  of(left: number, right: number): number;
  /** -1 for a pair that has no number. */
  find(left: number, right: number): number;
  count(): number;
  /** The left and the right numbers of all pairs, by the number of the pair. */
  lefts(): Int32Array;
  rights(): Int32Array;
}

interface Table {
  /** A number and one, 0 in a free place; the number of places is a power of two. */
  places: Int32Array;
  lefts: Int32Array;
  rights: Int32Array;
  count: number;
}

const firstPairs = 256;

export function createPairNumbering(): PairNumbering {
  const table: Table = {
    places: new Int32Array(2 * firstPairs),
    lefts: new Int32Array(firstPairs),
    rights: new Int32Array(firstPairs),
    count: 0,
  };
  return {
    of(left, right) {
      const place = placeOf(table, left, right);
      const known = table.places[place] ?? 0;
      return known > 0 ? known - 1 : enter(table, place, left, right);
    },
    find: (left, right) => (table.places[placeOf(table, left, right)] ?? 0) - 1,
    count: () => table.count,
    lefts: () => table.lefts.subarray(0, table.count),
    rights: () => table.rights.subarray(0, table.count),
  };
}

/** Where a pair is, or may be entered. */
function placeOf({ places, lefts, rights }: Table, left: number, right: number): number {
  const mask = places.length - 1;
  let hash = Math.imul(left, 0x9e3779b1) + right;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash ^= hash >>> 13;
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const pair = (places[at] ?? 0) - 1;
    if (pair < 0 || (lefts[pair] === left && rights[pair] === right)) return at;
  }
}

function enter(table: Table, place: number, left: number, right: number): number {
  const pair = table.count;
  if (pair === table.lefts.length) {
    table.lefts = enlarge(table.lefts);
    table.rights = enlarge(table.rights);
  }
  table.lefts[pair] = left;
  table.rights[pair] = right;
  table.places[place] = pair + 1;
  table.count += 1;
  // A table more than two thirds full is slow.
  if (table.count * 3 > table.places.length * 2) grow(table);
  return pair;
}

function grow(table: Table): void {
  table.places = new Int32Array(table.places.length * 2);
  for (let pair = 0; pair < table.count; pair += 1)
    table.places[placeOf(table, table.lefts[pair] ?? 0, table.rights[pair] ?? 0)] = pair + 1;
}
