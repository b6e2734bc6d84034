import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sumCents, toCents } from '../src/money/cents.js';

test('toCents: takes whole numbers of either sign', () => {
  assert.equal(toCents(1250), 1250);
  assert.equal(toCents(-3), -3);
});

test('toCents: never answers negative zero', () => {
  assert.ok(Object.is(toCents(-0), 0));
});

test('toCents: refuses fractions and numbers too large to be exact', () => {
  assert.throws(() => toCents(0.5), { code: 'invalid-amount' });
  assert.throws(() => toCents(2 ** 53), { code: 'invalid-amount' });
});

test('sumCents: adds amounts of both signs', () => {
  assert.equal(sumCents([500, -125, 25]), 400);
  assert.equal(sumCents([]), 0);
});
