import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeBalances } from '../src/balance/balances.js';
import { costInBase } from '../src/balance/cost.js';
import { owedInBase, paidInBase, statementOf } from '../src/balance/statement.js';
import { importExpenses } from '../src/csv/import-expenses.js';
import { addMember, createGroup, setRate } from '../src/group/group.js';
import type { Group } from '../src/group/model.js';
import { sumCents } from '../src/money/cents.js';
import { settle } from '../src/settle/settle.js';
import { applyTransfers } from '../src/settle/transfer.js';
import { readDocument, writeDocument } from '../src/store/document.js';

const CSV = `date,description,payer,amount,currency,split,members
2026-05-01,Dinner,Ana,61.50,EUR,equal,
2026-05-02,Taxi,Ben,18.05,USD,shares,Ana=2; Ben=1
2026-05-02,Tickets,Cleo,45.00,GBP,exact,Ana=20; Ben=15; Dov=10
2026-05-03,Groceries,Dov,33.33,EUR,equal,Ana; Cleo; Dov
2026-05-03,Museum,Ana,24.00,USD,equal,Ana; Ben
`;

function trip(): Group {
  const empty = setRate(setRate(createGroup('Lisbon', 'EUR'), 'USD', '0.92'), 'GBP', '1.15');
  const people = ['Ana', 'Ben', 'Cleo', 'Dov'].reduce(addMember, empty);
  return importExpenses(people, CSV).group;
}

test('a trip: balances are those worked out by hand', () => {
  assert.deepEqual(computeBalances(trip()), [
    { member: 'ana', cents: 6150 + 2208 - 1538 - 1107 - 2300 - 1111 - 1104 },
    { member: 'ben', cents: 1661 - 1538 - 554 - 1725 - 1104 },
    { member: 'cleo', cents: 5175 - 1537 - 1111 },
    { member: 'dov', cents: 3333 - 1537 - 1150 - 1111 },
  ]);
});

test('a trip: what everyone owed adds up to what it cost', () => {
  const group = trip();
  const cost = sumCents(group.expenses.map((expense) => costInBase(group, expense)));
  assert.equal(sumCents(group.members.map((member) => owedInBase(group, member.id))), cost);
});

test('a trip: what everyone paid adds up to what it cost', () => {
  const group = trip();
  const cost = sumCents(group.expenses.map((expense) => costInBase(group, expense)));
  assert.equal(sumCents(group.members.map((member) => paidInBase(group, member.id))), cost);
});

test('a trip: statements and balances agree', () => {
  const group = trip();
  for (const balance of computeBalances(group)) {
    assert.equal(statementOf(group, balance.member).balance, balance.cents, balance.member);
  }
});

test('a trip: settling leaves everyone square', () => {
  const balances = computeBalances(trip());
  const transfers = settle(balances);
  assert.ok(transfers.length <= 3);
  assert.ok(applyTransfers(balances, transfers).every((balance) => balance.cents === 0));
});

test('a trip: survives being saved and loaded', () => {
  assert.deepEqual(readDocument(writeDocument(trip())), trip());
});
