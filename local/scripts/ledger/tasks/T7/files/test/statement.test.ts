import assert from 'node:assert/strict';
import { test } from 'node:test';
import { owedInBase, paidInBase, statementOf } from '../src/balance/statement.js';
import type { Expense, Group } from '../src/group/model.js';

const dinner: Expense = {
  date: '2026-05-01',
  description: 'Dinner',
  payer: 'ana',
  amount: 6000,
  currency: 'EUR',
  split: { kind: 'equal', members: ['ana', 'ben'] },
};

const museum: Expense = { ...dinner, description: 'Museum', amount: 1500 };

const group: Group = {
  name: 'Lisbon',
  base: 'EUR',
  rates: {},
  members: [
    { id: 'ana', name: 'Ana' },
    { id: 'ben', name: 'Ben' },
  ],
  expenses: [dinner, museum],
};

test('paidInBase: adds up what a member paid', () => {
  assert.equal(paidInBase(group, 'ana'), 7500);
  assert.equal(paidInBase(group, 'ben'), 0);
});

test('owedInBase: adds up what a member took part in', () => {
  assert.equal(owedInBase(group, 'ben'), 3750);
});

test('statementOf: balances what was paid with what is owed', () => {
  assert.deepEqual(statementOf(group, 'ana'), { member: 'ana', paid: 7500, owed: 3750, balance: 3750 });
});
