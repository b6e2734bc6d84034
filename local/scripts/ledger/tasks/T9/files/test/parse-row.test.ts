import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkHeader, parseRow } from '../src/csv/parse-row.js';
import type { Group } from '../src/group/model.js';

const group: Group = {
  name: 'Lisbon',
  base: 'EUR',
  rates: {},
  members: [
    { id: 'ana', name: 'Ana' },
    { id: 'ben', name: 'Ben' },
  ],
  expenses: [],
};

test('checkHeader: takes the columns in any case', () => {
  assert.doesNotThrow(() => checkHeader(['Date', 'Description', 'Payer', 'Amount', 'Currency', 'Split', 'Members']));
});

test('checkHeader: refuses other columns', () => {
  assert.throws(() => checkHeader(['date', 'amount']), { code: 'invalid-csv' });
});

test('parseRow: reads an expense', () => {
  const fields = ['2026-05-01', 'Dinner', 'Ana', '61.50', 'eur', 'shares', 'Ana=2; Ben=1'];
  assert.deepEqual(parseRow(group, fields), {
    date: '2026-05-01',
    description: 'Dinner',
    payer: 'ana',
    amount: 6150,
    currency: 'EUR',
    split: {
      kind: 'shares',
      parts: [
        { member: 'ana', value: 2 },
        { member: 'ben', value: 1 },
      ],
    },
  });
});

test('parseRow: counts the fields', () => {
  assert.throws(() => parseRow(group, ['2026-05-01', 'Dinner']), {
    code: 'invalid-csv',
    message: 'expected 7 fields, found 2',
  });
});
