import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAmount, formatMoney, groupDigits } from '../src/money/format-amount.js';

test('groupDigits: groups by three from the right', () => {
  assert.equal(groupDigits('1234567'), '1 234 567');
  assert.equal(groupDigits('123'), '123');
});

test('formatAmount: always shows two decimals', () => {
  assert.equal(formatAmount(7), '0.07');
  assert.equal(formatAmount(1200), '12.00');
  assert.equal(formatAmount(0), '0.00');
});

test('formatAmount: puts the sign before the digits', () => {
  assert.equal(formatAmount(-120450), '-1 204.50');
});

test('formatMoney: names the currency', () => {
  assert.equal(formatMoney(990, 'EUR'), '9.90 EUR');
});
