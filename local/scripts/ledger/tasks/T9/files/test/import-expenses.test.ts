import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importExpenses, numberedLines } from '../src/csv/import-expenses.js';
import type { Group } from '../src/group/model.js';

const HEADER = 'date,description,payer,amount,currency,split,members';

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

test('numberedLines: counts blank lines but leaves them out', () => {
  assert.deepEqual(numberedLines('\uFEFFa\r\n\nb'), [
    { line: 1, text: 'a' },
    { line: 3, text: 'b' },
  ]);
});

test('importExpenses: adds every line to the group', () => {
  const text = `${HEADER}\n2026-05-01,Dinner,Ana,61.50,EUR,equal,\n2026-05-02,Taxi,Ben,18,EUR,equal,Ana\n`;
  const report = importExpenses(group, text);
  assert.equal(report.imported, 2);
  assert.deepEqual(report.errors, []);
  assert.deepEqual(report.group.expenses[1].split, { kind: 'equal', members: ['ana'] });
});

test('importExpenses: names the lines that are wrong and imports the others', () => {
  const text = `${HEADER}\n2026-05-01,Dinner,Eve,61.50,EUR,equal,\n\n2026-05-02,Taxi,Ben,1.234,EUR,equal,\n2026-05-03,Tea,Ben,4,EUR,equal,\n`;
  const report = importExpenses(group, text);
  assert.equal(report.imported, 1);
  assert.deepEqual(report.errors, [
    { line: 2, message: '"Eve" is not in Lisbon' },
    { line: 4, message: '"1.234" is not an amount such as 12.50' },
  ]);
});

test('importExpenses: refuses a file without its header', () => {
  assert.throws(() => importExpenses(group, ''), { code: 'invalid-csv' });
});
