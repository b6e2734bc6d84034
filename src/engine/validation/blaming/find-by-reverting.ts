/** The earlier texts of some suspects, and how the failing case does on a tree in which they stand again. */
export interface Reverting {
  readonly symbols: ReadonlySet<string>;
  /** Whether the case passes with these as they were. */
  readonly passes: (reverted: ReadonlySet<string>) => Promise<boolean>;
}

/**
 * The suspect whose change makes the case fail: with it as it was the case passes, and without that it does not. It costs
 * ceil(log2 n) + 1 probes; null where the case fails although all of them are as they were, or has no verdict then.
 *
 * Unlike a stub, an earlier version takes nothing away from whoever calls it: what nearly every case goes through can be told
 * from what is wrong.
 */
export async function findByReverting(
  suspects: readonly string[],
  { symbols, passes }: Reverting,
): Promise<string | null> {
  let group = suspects.filter((id) => symbols.has(id));
  if (group.length === 0 || !(await passes(new Set(group)))) return null;
  const standing = new Set<string>();
  while (group.length > 1) {
    const half = group.slice(0, group.length >> 1);
    if (await passes(new Set([...standing, ...half]))) group = half;
    else {
      // What is wrong is in the rest; the first half stays as it was, since both together may be needed.
      half.forEach((id) => standing.add(id));
      group = group.slice(half.length);
    }
  }
  return group[0] ?? null;
}
