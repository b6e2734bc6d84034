import assert from 'node:assert/strict';
import { test } from 'node:test';
import { divideRounded } from '../src/money/divide.js';

test('divideRounded: rounds to the nearest whole number', () => {
  assert.equal(divideRounded(10n, 4n), 3n);
  assert.equal(divideRounded(9n, 4n), 2n);
  assert.equal(divideRounded(8n, 4n), 2n);
});

test('divideRounded: rounds halves away from zero on both sides', () => {
  assert.equal(divideRounded(-10n, 4n), -3n);
  assert.equal(divideRounded(10n, -4n), -3n);
  assert.equal(divideRounded(-10n, -4n), 3n);
});
