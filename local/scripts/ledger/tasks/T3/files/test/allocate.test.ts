import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allocate, checkWeights } from '../src/money/allocate.js';
import { sumCents } from '../src/money/cents.js';

test('checkWeights: answers the sum of proper weights', () => {
  assert.equal(checkWeights([1, 0, 2]), 3);
});

test('checkWeights: refuses fractions, negatives and nothing at all', () => {
  for (const weights of [[0.5, 1], [-1, 2], [0, 0], []]) {
    assert.throws(() => checkWeights(weights), { code: 'invalid-split' });
  }
});

test('allocate: divides evenly when it can', () => {
  assert.deepEqual(allocate(900, [1, 1, 1]), [300, 300, 300]);
});

test('allocate: gives a cent left over to the first of equals', () => {
  assert.deepEqual(allocate(1000, [1, 1, 1]), [334, 333, 333]);
});

test('allocate: prefers the largest remainder to the first place', () => {
  assert.deepEqual(allocate(100, [1, 2, 3]), [17, 33, 50]);
  assert.deepEqual(allocate(101, [1, 2, 3]), [17, 34, 50]);
});

test('allocate: mirrors a refund', () => {
  assert.deepEqual(allocate(-1000, [1, 1, 1]), [-334, -333, -333]);
});

test('allocate: always adds up to the total', () => {
  for (let total = 0; total < 400; total += 7) {
    assert.equal(sumCents(allocate(total, [3, 5, 7, 11])), total);
  }
});
