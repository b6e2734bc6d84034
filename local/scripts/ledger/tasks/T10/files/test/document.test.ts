import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Group } from '../src/group/model.js';
import { readDocument, writeDocument } from '../src/store/document.js';

const group: Group = {
  name: 'Lisbon',
  base: 'EUR',
  rates: { USD: '0.92' },
  members: [
    { id: 'ana', name: 'Ana' },
    { id: 'zoe', name: 'Zoë' },
  ],
  expenses: [
    {
      date: '2026-05-01',
      description: 'Dinner',
      payer: 'zoe',
      amount: 6150,
      currency: 'USD',
      split: { kind: 'equal', members: ['ana', 'zoe'] },
    },
  ],
};

test('writeDocument: says its version and ends with a line end', () => {
  const text = writeDocument(group);
  assert.equal(JSON.parse(text).version, 1);
  assert.ok(text.endsWith('}\n'));
});

test('readDocument: gives back what was written', () => {
  assert.deepEqual(readDocument(writeDocument(group)), group);
});

test('readDocument: refuses other versions and what is not JSON', () => {
  assert.throws(() => readDocument('{"version":2}'), { code: 'invalid-document' });
  assert.throws(() => readDocument('kitty'), { code: 'invalid-document', message: 'the file is not JSON' });
});

test('readDocument: checks expenses as if they were entered anew', () => {
  const text = writeDocument(group).replace('"payer": "zoe"', '"payer": "eve"');
  assert.throws(() => readDocument(text), { code: 'unknown-member' });
});
