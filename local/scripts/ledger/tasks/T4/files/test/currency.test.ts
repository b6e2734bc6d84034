import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCurrency } from '../src/currency/currency.js';

test('parseCurrency: takes a code in either case', () => {
  assert.equal(parseCurrency(' eur '), 'EUR');
});

test('parseCurrency: refuses symbols, names and nothing', () => {
  for (const text of ['€', 'Euro', 'EU', '']) {
    assert.throws(() => parseCurrency(text), { code: 'invalid-currency' });
  }
});
