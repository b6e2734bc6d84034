import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settle } from '../src/settle/settle.js';
import { applyTransfers } from '../src/settle/transfer.js';

test('settle: needs no transfer when everyone is square', () => {
  assert.deepEqual(settle([{ member: 'ana', cents: 0 }]), []);
});

test('settle: finds fewer transfers than matching the largest would', () => {
  const balances = [
    { member: 'ana', cents: 600 },
    { member: 'ben', cents: 500 },
    { member: 'cleo', cents: -400 },
    { member: 'dov', cents: -400 },
    { member: 'eli', cents: -300 },
  ];
  const withPair = [...balances, { member: 'fay', cents: 350 }, { member: 'gus', cents: -350 }];
  const transfers = settle(withPair);
  assert.equal(transfers.length, 5);
  assert.ok(applyTransfers(withPair, transfers).every((balance) => balance.cents === 0));
});

test('settle: still clears a crowd too large to search', () => {
  const crowd = Array.from({ length: 20 }, (_, index) => ({
    member: `m${index}`,
    cents: index < 10 ? 100 + index : -(109 - (index - 10)),
  }));
  const transfers = settle(crowd);
  assert.ok(transfers.length < 20);
  assert.ok(applyTransfers(crowd, transfers).every((balance) => balance.cents === 0));
});

test('settle: refuses balances that do not add up to zero', () => {
  assert.throws(() => settle([{ member: 'ana', cents: 1 }]), { code: 'invalid-amount' });
});
