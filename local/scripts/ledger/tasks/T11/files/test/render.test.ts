import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf, renderBalances, renderImport, renderStatement, renderTransfers } from '../src/cli/render.js';
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

test('nameOf: falls back on the id', () => {
  assert.equal(nameOf(group, 'ana'), 'Ana');
  assert.equal(nameOf(group, 'eve'), 'eve');
});

test('renderBalances: shows names and the currency', () => {
  const balances = [
    { member: 'ana', cents: 2000 },
    { member: 'ben', cents: -2000 },
  ];
  assert.equal(renderBalances(group, balances), 'Ana   20.00 EUR\nBen  -20.00 EUR');
});

test('renderTransfers: tells people what to do', () => {
  const transfers = [{ from: 'ben', to: 'ana', cents: 2000 }];
  assert.equal(renderTransfers(group, transfers), 'Ben pays Ana 20.00 EUR');
});

test('renderTransfers: says when nothing is to be done', () => {
  assert.equal(renderTransfers(group, []), 'Everyone is square.');
});

test('renderStatement: sums up', () => {
  const statement = { member: 'ana', paid: 3000, owed: 1000, balance: 2000 };
  const expected = ['Ana', 'paid     30.00 EUR', 'owed     10.00 EUR', 'balance  20.00 EUR'];
  assert.equal(renderStatement(group, statement), expected.join('\n'));
});

test('renderImport: names the lines refused', () => {
  const errors = [{ line: 4, message: 'a quoted field is not closed' }];
  assert.equal(
    renderImport({ group, imported: 1, errors }),
    'Imported 1 expense.\nline 4: a quoted field is not closed',
  );
});
