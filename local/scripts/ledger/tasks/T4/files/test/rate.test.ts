import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonDivisor, crossRate, parseRate, reduceRate } from '../src/currency/rate.js';

test('commonDivisor: finds the greatest one', () => {
  assert.equal(commonDivisor(84n, 36n), 12n);
  assert.equal(commonDivisor(7n, 5n), 1n);
});

test('reduceRate: brings a fraction to its lowest terms', () => {
  assert.deepEqual(reduceRate({ numerator: 50n, denominator: 100n }), { numerator: 1n, denominator: 2n });
});

test('parseRate: reads a decimal exactly', () => {
  assert.deepEqual(parseRate('0.92'), { numerator: 23n, denominator: 25n });
  assert.deepEqual(parseRate('3'), { numerator: 3n, denominator: 1n });
});

test('parseRate: refuses zero, signs and words', () => {
  for (const text of ['0', '0.00', '-1', '1,2', 'par', '']) {
    assert.throws(() => parseRate(text), { code: 'invalid-rate' });
  }
});

test('crossRate: leads through a third currency', () => {
  const dollar = parseRate('0.92');
  const pound = parseRate('1.15');
  assert.deepEqual(crossRate(dollar, pound), { numerator: 4n, denominator: 5n });
});
