import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyTransfers } from '../src/settle/transfer.js';

test('applyTransfers: moves money from one balance to the other', () => {
  const balances = [
    { member: 'ana', cents: 500 },
    { member: 'ben', cents: -500 },
    { member: 'cleo', cents: 0 },
  ];
  assert.deepEqual(applyTransfers(balances, [{ from: 'ben', to: 'ana', cents: 200 }]), [
    { member: 'ana', cents: 300 },
    { member: 'ben', cents: -300 },
    { member: 'cleo', cents: 0 },
  ]);
});
