/** A copy of a JSON value in which the value at the n-th place (counted through the whole, cyclically) is another. */
export function mutate(value: unknown, place: number, replacement: unknown): unknown {
  const total = countPlaces(value);
  let left = place % total;
  function walk(node: unknown): unknown {
    if (left-- === 0) return replacement;
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, walk(inner)]));
  }
  return walk(value);
}

function countPlaces(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return 1 + Object.values(value).reduce<number>((sum, inner) => sum + countPlaces(inner), 0);
}
