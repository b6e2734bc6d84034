import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLedgerError, LedgerError } from '../src/ledger-error.js';

test('LedgerError: carries a code beside its message', () => {
  const error = new LedgerError('invalid-rate', 'a rate must be positive');
  assert.equal(error.code, 'invalid-rate');
  assert.equal(error.message, 'a rate must be positive');
});

test('isLedgerError: tells mistakes of people from other errors', () => {
  assert.equal(isLedgerError(new LedgerError('invalid-name', 'empty')), true);
  assert.equal(isLedgerError(new TypeError('boom')), false);
  assert.equal(isLedgerError('boom'), false);
});
