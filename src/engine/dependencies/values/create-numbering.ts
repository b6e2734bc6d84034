/** Gives keys numbers, from 0 in the order in which they come; equal keys the same. */
export interface Numbering<Key> {
  of(key: Key): number;
  readonly keys: readonly Key[];
}

export function createNumbering<Key>(): Numbering<Key> {
  const numbers = new Map<Key, number>();
  const keys: Key[] = [];
  return {
    keys,
    of(key) {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, keys.length);
      return keys.push(key) - 1;
    },
  };
}
