import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeBalances } from '../src/balance/balances.js';
import type { Expense, Group } from '../src/group/model.js';

const dinner: Expense = {
  date: '2026-05-01',
  description: 'Dinner',
  payer: 'ana',
  amount: 6000,
  currency: 'EUR',
  split: { kind: 'equal', members: ['ana', 'ben', 'cleo'] },
};

const group: Group = {
  name: 'Lisbon',
  base: 'EUR',
  rates: {},
  members: [
    { id: 'ana', name: 'Ana' },
    { id: 'ben', name: 'Ben' },
    { id: 'cleo', name: 'Cleo' },
  ],
  expenses: [dinner],
};

test('computeBalances: credits the payer and charges everyone', () => {
  assert.deepEqual(computeBalances(group), [
    { member: 'ana', cents: 4000 },
    { member: 'ben', cents: -2000 },
    { member: 'cleo', cents: -2000 },
  ]);
});

test('computeBalances: adds expenses up', () => {
  const lunch: Expense = { ...dinner, payer: 'ben', amount: 3000, split: { kind: 'equal', members: ['ana'] } };
  assert.deepEqual(computeBalances({ ...group, expenses: [dinner, lunch] }), [
    { member: 'ana', cents: 1000 },
    { member: 'ben', cents: 1000 },
    { member: 'cleo', cents: -2000 },
  ]);
});

test('computeBalances: shows members who have no expense', () => {
  assert.deepEqual(computeBalances({ ...group, expenses: [] })[2], { member: 'cleo', cents: 0 });
});
