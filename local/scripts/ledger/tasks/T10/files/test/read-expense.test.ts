import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readExpense, readExpenses, readSplit } from '../src/store/read-expense.js';

const dinner = {
  date: '2026-05-01',
  description: 'Dinner',
  payer: 'ana',
  amount: 6150,
  currency: 'EUR',
  split: { kind: 'exact', parts: [{ member: 'ana', value: 6150 }] },
};

test('readSplit: reads every kind', () => {
  const parts = [{ member: 'ana', value: 2 }];
  assert.deepEqual(readSplit({ kind: 'equal', members: ['ana'] }, 'split'), { kind: 'equal', members: ['ana'] });
  assert.deepEqual(readSplit({ kind: 'shares', parts }, 'split'), { kind: 'shares', parts });
  assert.deepEqual(readSplit({ kind: 'exact', parts }, 'split'), { kind: 'exact', parts });
});

test('readSplit: refuses another kind', () => {
  assert.throws(() => readSplit({ kind: 'random' }, 'split'), {
    message: 'split.kind must be equal, shares or exact',
  });
});

test('readExpense: reads every field and no other', () => {
  assert.deepEqual(readExpense({ ...dinner, extra: true }, 'expenses[0]'), dinner);
});

test('readExpense: says where a field is wrong', () => {
  assert.throws(() => readExpense({ ...dinner, amount: '61.50' }, 'expenses[0]'), {
    code: 'invalid-document',
    message: 'expenses[0].amount must be a whole number',
  });
});

test('readExpenses: says which expense is wrong', () => {
  assert.deepEqual(readExpenses([dinner], 'expenses'), [dinner]);
  assert.throws(() => readExpenses([dinner, 3], 'expenses'), { message: 'expenses[1] must be an object' });
});
