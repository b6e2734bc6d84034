import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitByShares, splitEqually, splitExactly, splitTotal } from '../src/expense/split.js';

test('splitEqually: gives the cent left over to the first named', () => {
  assert.deepEqual(splitEqually(1000, ['ana', 'ben', 'cleo']), [
    { member: 'ana', cents: 334 },
    { member: 'ben', cents: 333 },
    { member: 'cleo', cents: 333 },
  ]);
});

test('splitEqually: needs somebody', () => {
  assert.throws(() => splitEqually(1000, []), { code: 'invalid-split' });
});

test('splitByShares: gives the cent left over to the largest remainder', () => {
  const parts = [
    { member: 'ana', value: 1 },
    { member: 'ben', value: 2 },
    { member: 'cleo', value: 3 },
  ];
  assert.deepEqual(splitByShares(101, parts), [
    { member: 'ana', cents: 17 },
    { member: 'ben', cents: 34 },
    { member: 'cleo', cents: 50 },
  ]);
});

test('splitByShares: lets somebody off with no share', () => {
  const parts = [
    { member: 'ana', value: 0 },
    { member: 'ben', value: 1 },
  ];
  assert.deepEqual(splitByShares(500, parts), [
    { member: 'ana', cents: 0 },
    { member: 'ben', cents: 500 },
  ]);
});

test('splitExactly: takes amounts that add up', () => {
  const parts = [
    { member: 'ana', value: 1250 },
    { member: 'ben', value: 750 },
  ];
  assert.deepEqual(splitExactly(2000, parts), [
    { member: 'ana', cents: 1250 },
    { member: 'ben', cents: 750 },
  ]);
});

test('splitExactly: names the difference', () => {
  assert.throws(() => splitExactly(2000, [{ member: 'ana', value: 1999 }]), {
    code: 'invalid-split',
    message: 'the exact amounts add up to 19.99 instead of 20.00',
  });
});

test('splitExactly: refuses a part below zero', () => {
  const parts = [
    { member: 'ana', value: 600 },
    { member: 'ben', value: -100 },
  ];
  assert.throws(() => splitExactly(500, parts), { code: 'invalid-split' });
});

test('splitTotal: follows the kind of the split', () => {
  const parts = [{ member: 'ana', value: 500 }];
  const expected = [{ member: 'ana', cents: 500 }];
  assert.deepEqual(splitTotal(500, { kind: 'equal', members: ['ana'] }), expected);
  assert.deepEqual(splitTotal(500, { kind: 'shares', parts }), expected);
  assert.deepEqual(splitTotal(500, { kind: 'exact', parts }), expected);
});
