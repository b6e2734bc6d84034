import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTyped, importFile, initialise, perform, showSettlement, showStatement } from '../src/cli/commands.js';
import type { Workspace } from '../src/cli/workspace.js';
import type { Group } from '../src/group/model.js';

const group: Group = {
  name: 'Lisbon',
  base: 'EUR',
  rates: {},
  members: [
    { id: 'ana', name: 'Ana' },
    { id: 'ben', name: 'Ben' },
  ],
  expenses: [
    {
      date: '2026-05-01',
      description: 'Dinner',
      payer: 'ana',
      amount: 4000,
      currency: 'EUR',
      split: { kind: 'equal', members: ['ana', 'ben'] },
    },
  ],
};

const CSV = 'date,description,payer,amount,currency,split,members\n2026-05-02,Tea,Ben,4,EUR,equal,\n';

const workspace: Workspace = {
  exists: async (path) => path === 'old.json',
  load: async () => group,
  save: async () => {},
  readText: async () => CSV,
};

test('initialise: starts a group', async () => {
  const typed = { command: 'init', file: 'new.json', values: ['Lisbon', 'EUR'] };
  const result = await initialise(typed, workspace);
  assert.equal(result.output, 'Started Lisbon.');
  assert.deepEqual(result.group.members, []);
});

test('initialise: never overwrites a file', async () => {
  const typed = { command: 'init', file: 'old.json', values: ['Lisbon', 'EUR'] };
  await assert.rejects(initialise(typed, workspace), { code: 'invalid-command' });
});

test('addTyped: splits equally among everyone unless told otherwise', () => {
  const result = addTyped(group, ['2026-05-02', 'Taxi', 'ben', '18', 'EUR']);
  assert.deepEqual(result.group.expenses[1].split, { kind: 'equal', members: ['ana', 'ben'] });
  assert.equal(result.output, 'Added Taxi.');
});

test('importFile: reports what it did', async () => {
  const result = await importFile(group, 'tea.csv', workspace);
  assert.equal(result.group.expenses.length, 2);
  assert.equal(result.output, 'Imported 1 expense.');
});

test('showStatement: finds the member by name', () => {
  assert.match(showStatement(group, 'Ana').output, /^Ana\npaid +40\.00 EUR/);
  assert.throws(() => showStatement(group, 'Eve'), { code: 'unknown-member' });
});

test('showSettlement: tells who pays whom', () => {
  assert.equal(showSettlement(group).output, 'Ben pays Ana 20.00 EUR');
});

test('perform: changes the group for commands that enter something', async () => {
  const member = await perform(group, { command: 'member', file: 'f', values: ['Cleo'] }, workspace);
  assert.equal(member.group.members.length, 3);
  const rate = await perform(group, { command: 'rate', file: 'f', values: ['USD', '0.92'] }, workspace);
  assert.equal(rate.output, '1 USD is 0.92 EUR.');
});

test('perform: leaves the group alone for commands that show something', async () => {
  const result = await perform(group, { command: 'balances', file: 'f', values: [] }, workspace);
  assert.equal(result.group, group);
  assert.equal(result.output, 'Ana   20.00 EUR\nBen  -20.00 EUR');
});
