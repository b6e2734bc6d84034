/** How many symbols need each symbol, directly or through others. `needs`: from needs to. */
export function countDependents(needs: readonly (readonly [string, string])[]): Map<string, number> {
  const direct = new Map<string, string[]>();
  for (const [from, to] of needs) {
    const users = direct.get(to);
    if (users === undefined) direct.set(to, [from]);
    else users.push(from);
  }
  const counts = new Map<string, number>();
  for (const id of direct.keys()) counts.set(id, reach(id, direct) - 1);
  return counts;
}

function reach(start: string, direct: ReadonlyMap<string, readonly string[]>): number {
  const seen = new Set([start]);
  for (const id of seen) for (const user of direct.get(id) ?? []) seen.add(user);
  return seen.size;
}
