import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAmount, parsePrice } from '../src/money/parse-amount.js';

test('parseAmount: reads none, one or two decimals', () => {
  assert.equal(parseAmount('12'), 1200);
  assert.equal(parseAmount('12.5'), 1250);
  assert.equal(parseAmount(' 0.07 '), 7);
});

test('parseAmount: reads a debt', () => {
  assert.equal(parseAmount('-3.10'), -310);
});

test('parseAmount: refuses what it would have to guess', () => {
  for (const text of ['', '1.234', '1,50', '.5', '1e3', 'ten']) {
    assert.throws(() => parseAmount(text), { code: 'invalid-amount' }, text);
  }
});

test('parsePrice: refuses nothing and less than nothing', () => {
  assert.equal(parsePrice('0.01'), 1);
  assert.throws(() => parsePrice('0'), { code: 'invalid-amount' });
  assert.throws(() => parsePrice('-4'), { code: 'invalid-amount' });
});
