import type { Cents } from '../money/cents.js';

/** The sum of every subset of the amounts; bit `i` of an index says whether amount `i` is in it. */
export function subsetSums(amounts: readonly Cents[]): Cents[] {
  const sums = [0];
  for (const amount of amounts) {
    sums.push(...sums.map((sum) => sum + amount));
  }
  return sums;
}

/** All subsets with one element fewer. */
export function smallerSubsets(subset: number): number[] {
  const smaller: number[] = [];
  for (let bit = 1; bit <= subset; bit *= 2) {
    if ((subset & bit) !== 0) {
      smaller.push(subset ^ bit);
    }
  }
  return smaller;
}

/** For every subset, along its best order, how many of the sets that it grows through add up to zero. */
function countZeroSums(sums: readonly Cents[]): number[] {
  const counts = [0];
  for (let subset = 1; subset < sums.length; subset += 1) {
    const best = Math.max(...smallerSubsets(subset).map((smaller) => counts[smaller]));
    counts.push(sums[subset] === 0 ? best + 1 : best);
  }
  return counts;
}

/**
 * Cuts amounts that add up to zero into as many groups as possible that each add up to zero; answers the indices of each
 * group. Taking one amount away at a time along the best order, a new group begins wherever what is left adds up to zero.
 */
export function zeroSumGroups(amounts: readonly Cents[]): number[][] {
  const sums = subsetSums(amounts);
  const counts = countZeroSums(sums);
  const groups: number[][] = [];
  let group: number[] = [];
  let subset = sums.length - 1;
  while (subset !== 0) {
    const closed = sums[subset] === 0;
    if (closed) {
      group = [];
      groups.push(group);
    }
    const wanted = closed ? counts[subset] - 1 : counts[subset];
    const next = smallerSubsets(subset).find((smaller) => counts[smaller] === wanted) ?? 0;
    group.push(Math.log2(subset ^ next));
    subset = next;
  }
  return groups;
}
