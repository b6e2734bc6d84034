import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addExpense, isCalendarDate, membersOf } from '../src/expense/add-expense.js';
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

const dinner: Expense = {
  date: '2026-05-01',
  description: ' Dinner ',
  payer: 'ana',
  amount: 6150,
  currency: 'EUR',
  split: { kind: 'equal', members: ['ana', 'ben'] },
};

test('isCalendarDate: knows the length of months', () => {
  assert.equal(isCalendarDate('2028-02-29'), true);
  assert.equal(isCalendarDate('2026-02-29'), false);
  assert.equal(isCalendarDate('1/5/2026'), false);
});

test('membersOf: names those of every kind of split', () => {
  assert.deepEqual(membersOf(dinner.split), ['ana', 'ben']);
  assert.deepEqual(membersOf({ kind: 'shares', parts: [{ member: 'ben', value: 1 }] }), ['ben']);
});

test('addExpense: appends it with a tidy description', () => {
  const after = addExpense(group, dinner);
  assert.deepEqual(after.expenses, [{ ...dinner, description: 'Dinner' }]);
  assert.equal(group.expenses.length, 0);
});

test('addExpense: refuses a day that never was and a price of nothing', () => {
  assert.throws(() => addExpense(group, { ...dinner, date: '2026-13-01' }), { code: 'invalid-expense' });
  assert.throws(() => addExpense(group, { ...dinner, amount: 0 }), { code: 'invalid-expense' });
});

test('addExpense: refuses strangers and a currency without a rate', () => {
  assert.throws(() => addExpense(group, { ...dinner, payer: 'eve' }), { code: 'unknown-member' });
  assert.throws(() => addExpense(group, { ...dinner, currency: 'JPY' }), { code: 'invalid-currency' });
});

test('addExpense: refuses somebody named twice and amounts that do not add up', () => {
  const twice = { kind: 'equal', members: ['ana', 'ana'] } as const;
  const short = { kind: 'exact', parts: [{ member: 'ana', value: 1 }] } as const;
  assert.throws(() => addExpense(group, { ...dinner, split: twice }), { code: 'invalid-split' });
  assert.throws(() => addExpense(group, { ...dinner, split: short }), { code: 'invalid-split' });
});
