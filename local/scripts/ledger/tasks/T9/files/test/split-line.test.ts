import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitLine, splitQuotedLine } from '../src/csv/split-line.js';

test('splitQuotedLine: keeps a comma inside quotes', () => {
  assert.deepEqual(splitQuotedLine('1,"bread, cheese",2'), ['1', 'bread, cheese', '2']);
});

test('splitQuotedLine: reads a doubled quote as one', () => {
  assert.deepEqual(splitQuotedLine('"the ""best"" bar",9'), ['the "best" bar', '9']);
});

test('splitQuotedLine: keeps empty fields', () => {
  assert.deepEqual(splitQuotedLine('"",,x,""'), ['', '', 'x', '']);
});

test('splitQuotedLine: refuses a quote that is not closed', () => {
  assert.throws(() => splitQuotedLine('1,"bread'), { code: 'invalid-csv', message: 'a quoted field is not closed' });
});

test('splitLine: cuts a plain line at its commas', () => {
  assert.deepEqual(splitLine('a,,b'), ['a', '', 'b']);
});
