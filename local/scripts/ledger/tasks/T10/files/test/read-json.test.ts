import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isObject, readList, readObject, readText, readTexts, readWhole, refuse } from '../src/store/read-json.js';

test('refuse: says where and what', () => {
  assert.throws(() => refuse('name', 'a text'), { code: 'invalid-document', message: 'name must be a text' });
});

test('isObject: is neither null nor a list', () => {
  assert.deepEqual([{}, null, [], 'x'].map(isObject), [true, false, false, false]);
});

test('readObject: takes objects', () => {
  assert.deepEqual(readObject({ a: 1 }, 'x'), { a: 1 });
  assert.throws(() => readObject([], 'x'), { message: 'x must be an object' });
});

test('readText: takes texts', () => {
  assert.equal(readText('Ana', 'name'), 'Ana');
  assert.throws(() => readText(1, 'name'), { message: 'name must be a text' });
});

test('readWhole: takes whole numbers', () => {
  assert.equal(readWhole(-5, 'amount'), -5);
  assert.throws(() => readWhole(0.5, 'amount'), { message: 'amount must be a whole number' });
});

test('readList: says of each item where it stands', () => {
  assert.deepEqual(readList(['a', 2], 'names'), [
    { value: 'a', path: 'names[0]' },
    { value: 2, path: 'names[1]' },
  ]);
  assert.throws(() => readList({}, 'names'), { message: 'names must be a list' });
});

test('readTexts: takes texts only', () => {
  assert.deepEqual(readTexts(['a', 'b'], 'names'), ['a', 'b']);
  assert.throws(() => readTexts(['a', 1], 'names'), { message: 'names[1] must be a text' });
});
