import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArguments, SYNTAX, takesValues, usage, usageOf } from '../src/cli/arguments.js';

const syntax = { name: 'add', parameters: ['day', '[split]'], summary: 'add' };

test('usageOf: marks what is required', () => {
  assert.equal(usageOf(syntax), 'kitty add <file> <day> [split]');
});

test('usage: shows every command', () => {
  const text = usage();
  assert.ok(SYNTAX.every((known) => text.includes(`kitty ${known.name} <file>`)));
});

test('takesValues: counts optional ones in', () => {
  assert.deepEqual(
    [0, 1, 2, 3].map((count) => takesValues(syntax, count)),
    [false, true, true, false],
  );
});

test('parseArguments: reads a command', () => {
  assert.deepEqual(parseArguments(['rate', 'trip.json', 'USD', '0.92']), {
    command: 'rate',
    file: 'trip.json',
    values: ['USD', '0.92'],
  });
});

test('parseArguments: shows how a command is typed', () => {
  assert.throws(() => parseArguments(['member', 'trip.json']), {
    code: 'invalid-command',
    message: 'Usage: kitty member <file> <name>',
  });
  assert.throws(() => parseArguments(['balances']), { message: 'Usage: kitty balances <file>' });
});

test('parseArguments: shows every command for an unknown one', () => {
  assert.throws(() => parseArguments(['pay']), { code: 'invalid-command', message: usage() });
  assert.throws(() => parseArguments([]), { message: usage() });
});
