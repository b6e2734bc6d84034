import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallerSubsets, subsetSums, zeroSumGroups } from '../src/settle/zero-sum-groups.js';

test('subsetSums: sums every subset, by its bits', () => {
  assert.deepEqual(subsetSums([1, 10, 100]), [0, 1, 10, 11, 100, 101, 110, 111]);
});

test('smallerSubsets: takes one element away', () => {
  assert.deepEqual(smallerSubsets(0b1011), [0b1010, 0b1001, 0b0011]);
  assert.deepEqual(smallerSubsets(0), []);
});

test('zeroSumGroups: keeps together what cannot be cut', () => {
  const groups = zeroSumGroups([500, -200, -300]);
  assert.equal(groups.length, 1);
  assert.deepEqual(groups[0].toSorted(), [0, 1, 2]);
});

test('zeroSumGroups: finds every group that squares up by itself', () => {
  const amounts = [500, 300, 200, -500, -400, -100];
  const groups = zeroSumGroups(amounts);
  assert.equal(groups.length, 2);
  for (const group of groups) {
    assert.equal(
      group.reduce((sum, index) => sum + amounts[index], 0),
      0,
    );
  }
});

test('zeroSumGroups: has none for nothing', () => {
  assert.deepEqual(zeroSumGroups([]), []);
});
