import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnWidths, renderTable } from '../src/cli/table.js';

test('columnWidths: takes the widest cell', () => {
  assert.deepEqual(columnWidths([['a', 'bbb'], ['cc']]), [2, 3]);
  assert.deepEqual(columnWidths([]), []);
});

test('renderTable: lines amounts up on the right', () => {
  const rows = [
    ['Ana', '12.00 EUR'],
    ['Benedict', '-1 204.50 EUR'],
  ];
  assert.equal(renderTable(rows), 'Ana           12.00 EUR\nBenedict  -1 204.50 EUR');
});
