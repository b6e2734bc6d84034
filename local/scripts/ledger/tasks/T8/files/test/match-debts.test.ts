import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchDebts } from '../src/settle/match-debts.js';

test('matchDebts: pays one debt to one credit', () => {
  const balances = [
    { member: 'ana', cents: 500 },
    { member: 'ben', cents: -500 },
  ];
  assert.deepEqual(matchDebts(balances), [{ from: 'ben', to: 'ana', cents: 500 }]);
});

test('matchDebts: shares a large debt among the credits, largest first', () => {
  const balances = [
    { member: 'ana', cents: 200 },
    { member: 'ben', cents: -700 },
    { member: 'cleo', cents: 500 },
  ];
  assert.deepEqual(matchDebts(balances), [
    { from: 'ben', to: 'cleo', cents: 500 },
    { from: 'ben', to: 'ana', cents: 200 },
  ]);
});

test('matchDebts: collects a large credit from the debts', () => {
  const balances = [
    { member: 'ana', cents: -300 },
    { member: 'ben', cents: -100 },
    { member: 'cleo', cents: 400 },
  ];
  assert.deepEqual(matchDebts(balances), [
    { from: 'ana', to: 'cleo', cents: 300 },
    { from: 'ben', to: 'cleo', cents: 100 },
  ]);
});
