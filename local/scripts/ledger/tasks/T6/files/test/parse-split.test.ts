import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listItems, parseShareCount, parseSplit } from '../src/expense/parse-split.js';
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

test('listItems: drops blanks', () => {
  assert.deepEqual(listItems(' Ana ;; Ben; '), ['Ana', 'Ben']);
});

test('parseShareCount: takes whole numbers only', () => {
  assert.equal(parseShareCount('12'), 12);
  assert.throws(() => parseShareCount('1.5'), { code: 'invalid-split' });
  assert.throws(() => parseShareCount('-1'), { code: 'invalid-split' });
});

test('parseSplit: means everyone when nobody is named', () => {
  assert.deepEqual(parseSplit(group, 'equal', ''), { kind: 'equal', members: ['ana', 'ben'] });
});

test('parseSplit: takes the members named', () => {
  assert.deepEqual(parseSplit(group, 'Equal', 'BEN'), { kind: 'equal', members: ['ben'] });
});

test('parseSplit: reads shares and exact amounts', () => {
  assert.deepEqual(parseSplit(group, 'shares', 'Ana=2; Ben=1'), {
    kind: 'shares',
    parts: [
      { member: 'ana', value: 2 },
      { member: 'ben', value: 1 },
    ],
  });
  assert.deepEqual(parseSplit(group, 'exact', 'Ana = 2.50'), {
    kind: 'exact',
    parts: [{ member: 'ana', value: 250 }],
  });
});

test('parseSplit: refuses strangers, other kinds and half a part', () => {
  assert.throws(() => parseSplit(group, 'equal', 'Eve'), { code: 'unknown-member' });
  assert.throws(() => parseSplit(group, 'random', ''), { code: 'invalid-split' });
  assert.throws(() => parseSplit(group, 'shares', 'Ana'), { code: 'invalid-split' });
  assert.throws(() => parseSplit(group, 'exact', 'Ana=1=2'), { code: 'invalid-split' });
});
