import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convert, createRateTable, rateOf } from '../src/currency/convert.js';

const table = createRateTable('EUR', { USD: '0.92', GBP: '1.15' });

test('createRateTable: makes the base worth one', () => {
  assert.deepEqual(table.rates.get('EUR'), { numerator: 1n, denominator: 1n });
  assert.equal(table.rates.size, 3);
});

test('rateOf: refuses a currency without a rate', () => {
  assert.deepEqual(rateOf(table, 'USD'), { numerator: 23n, denominator: 25n });
  assert.throws(() => rateOf(table, 'JPY'), { code: 'invalid-currency' });
});

test('convert: rounds to the nearest cent', () => {
  assert.equal(convert(1000, 'USD', 'EUR', table), 920);
  assert.equal(convert(1, 'USD', 'EUR', table), 1);
  assert.equal(convert(-333, 'USD', 'EUR', table), -306);
});

test('convert: leads from one foreign currency to another', () => {
  assert.equal(convert(1000, 'USD', 'GBP', table), 800);
});

test('convert: leaves an amount in its own currency alone', () => {
  assert.equal(convert(12345, 'GBP', 'GBP', table), 12345);
});
