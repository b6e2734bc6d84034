/**
 * Cuts amounts that add up to zero into as many groups as possible that each add up to zero; answers the indices of each
 * group. Taking one amount away at a time along the best order, a new group begins wherever what is left adds up to zero.
 */
export function zeroSumGroups(amounts: readonly Cents[]): number[][] {
  const sums = subsetSums(amounts);
  const counts = countZeroSums(sums);
  const groups: number[][] = [];
  let subset = sums.length - 1;
  while (subset !== 0) {
    const closed = sums[subset] === 0;
    if (closed) {
      groups.push([]);
    }
    const wanted = closed ? counts[subset] - 1 : counts[subset];
    const next = smallerSubsets(subset).find((smaller) => counts[smaller] === wanted) ?? 0;
    const index = 31 - Math.clz32(subset ^ next);
    groups.at(-1)?.push(index);
    subset = next;
  }
  return groups;
}
