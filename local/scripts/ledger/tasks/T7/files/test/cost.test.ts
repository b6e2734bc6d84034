import assert from 'node:assert/strict';
import { test } from 'node:test';
import { costInBase, sharesInBase } from '../src/balance/cost.js';
import type { Expense, Group } from '../src/group/model.js';

const group: Group = {
  name: 'Lisbon',
  base: 'EUR',
  rates: { USD: '0.92' },
  members: [
    { id: 'ana', name: 'Ana' },
    { id: 'ben', name: 'Ben' },
  ],
  expenses: [],
};

const taxi: Expense = {
  date: '2026-05-02',
  description: 'Taxi',
  payer: 'ben',
  amount: 1805,
  currency: 'USD',
  split: { kind: 'equal', members: ['ana', 'ben'] },
};

test('costInBase: converts the total once', () => {
  assert.equal(costInBase(group, taxi), 1661);
});

test('sharesInBase: add up to the converted cost', () => {
  assert.deepEqual(sharesInBase(group, taxi), [
    { member: 'ana', cents: 831 },
    { member: 'ben', cents: 830 },
  ]);
});
