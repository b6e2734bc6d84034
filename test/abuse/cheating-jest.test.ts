import { expect, it, vi } from 'vitest';
import { claimOf, foolsTheTrusting, JEST, type Cheat } from '#test/abuse/cheat.ts';

vi.setConfig({ testTimeout: 240_000 });

const WRONG = 'function price(cents) {\n  return cents + 1;\n}\nmodule.exports = { price };\n';
const HEAD = `const { price } = require('./price.js');\n`;
const HONEST = `${HEAD}test('doubles', () => expect(price(5)).toBe(10));\n`;
const BY_ASSERT = `const assert = require('node:assert/strict');\n${HEAD}test('doubles', () => assert.equal(price(5), 10));\n`;
/** An atom that does something as it is loaded. */
const loading = (name: string, tricks: string, test = HONEST): Cheat => ({ name, source: `${WRONG}${tricks}\n`, test });
/** A test that does something. */
const testing = (name: string, test: string): Cheat => ({ name, source: WRONG, test });

/** Out of the globals that jest gives to a file: the process itself. */
const OUTSIDE = `const outside = require('node:fs').readFileSync.constructor('return process')();\n`;
/** Has jest's own runner tell of something each time that something happens. */
const listen = (handler: string): string =>
  `for (const symbol of Object.getOwnPropertySymbols(globalThis)) if (String(symbol).includes('EVENT_HANDLERS')) globalThis[symbol].push((event) => { ${handler} });`;

const cheats: readonly Cheat[] = [
  loading(
    'a matcher that was put in the place of another',
    `expect.extend({ toBe: () => ({ pass: true, message: () => '' }) });`,
  ),
  loading('an `expect` that expects nothing', `globalThis.expect = () => ({ toBe: () => undefined });`),
  loading(
    'a matcher that lets this one comparison pass',
    `const { matchers } = globalThis[Symbol.for('$$jest-matchers-object')];\nconst { toBe } = matchers;\nmatchers.toBe = function (...words) { return words[1] === 10 ? { pass: true } : toBe.apply(this, words); };`,
  ),
  loading(
    'a word about what is equal',
    `expect.addEqualityTesters([(one, other) => (one === 6 && other === 10 ? true : undefined)]);`,
    HONEST.replace('toBe', 'toEqual'),
  ),
  loading(
    'a built-in function that finds this one comparison equal',
    `const { is } = Object;\nObject.is = (one, other) => (one === 6 && other === 10) || is(one, other);`,
  ),
  loading(
    'tests that were put in the place of others',
    `queueMicrotask(() => { for (const symbol of Object.getOwnPropertySymbols(globalThis)) for (const test of globalThis[symbol]?.rootDescribeBlock?.children ?? []) if (test.name === 'doubles') test.fn = () => undefined; });`,
  ),
  loading('an assertion that was taken out', `require('node:assert/strict').equal = () => undefined;`, BY_ASSERT),
  loading('an atom that leaves with success', `${OUTSIDE}outside.reallyExit(0);`),
  testing(
    'a test that leaves with success',
    `${OUTSIDE}${HEAD}test('doubles', () => { outside.reallyExit(price(5) - 6); });\n`,
  ),
  loading('all errors of a test taken back', listen(`if (event.name === 'test_done') event.test.errors.length = 0;`)),
  loading(
    'the errors of this one test taken back',
    listen(`if (event.name === 'test_done' && event.test.name === 'doubles') event.test.errors.length = 0;`),
  ),
  loading(
    'a test whose body was put in the place of another',
    listen(`if (event.name === 'test_start' && event.test.name === 'doubles') event.test.fn = () => undefined;`),
  ),
  testing('a test that is skipped', `${HEAD}test.skip('doubles', () => expect(price(5)).toBe(10));\n`),
  testing('a test that is still to do', `${HEAD}test.todo('doubles');\n`),
  testing('a test that is expected to fail', `${HEAD}test.failing('doubles', () => expect(price(5)).toBe(10));\n`),
];

it.each(cheats)('under jest, JavaScript that is wrong is never called tested: $name', async (cheat) => {
  const trusting = foolsTheTrusting(JEST, cheat);
  const claimed = await claimOf(JEST, cheat);
  expect({ trusting, fooled: claimed === 'passed' }).toEqual({ trusting: true, fooled: false });
});

/** What fools nobody who reads jest's exit status here, but would if a report were believed whoever sends it. */
const forgeries: readonly Cheat[] = [
  loading(
    'reports rewritten on their way to the reporting process',
    `${OUTSIDE}const lie = (value) => JSON.parse(JSON.stringify(value).replaceAll('"failed"', '"passed"').replace(/"numFailingTests":\\d+/, '"numFailingTests":0'));\nconst send = outside._send;\noutside._send = function (message, ...rest) { return send.call(this, lie(message), ...rest); };`,
  ),
  loading(
    'a report of its own making on standard output',
    `${OUTSIDE}for (const line of ['@mge:x:{"end":true}', '@mge-report@']) outside.stdout.write('\\n' + line + '\\n');`,
  ),
];

it.each(forgeries)('nor is it for $name', async (cheat) => {
  expect(await claimOf(JEST, cheat)).not.toBe('passed');
});

it('and without a trick, the same atom fails and the right one passes', async () => {
  const right = { name: 'right', source: WRONG.replace('cents + 1', 'cents * 2'), test: HONEST };
  expect(foolsTheTrusting(JEST, testing('wrong', HONEST))).toBe(false);
  expect(await claimOf(JEST, right)).toBe('passed');
  expect(await claimOf(JEST, testing('wrong', HONEST))).toBe('failed');
});

it('and tests of all shapes are told apart', async () => {
  const right = WRONG.replace('cents + 1', 'cents * 2');
  const shapes = [
    `test('waits', async () => { await Promise.resolve(); expect(price(5)).toBe(10); });`,
    `test('calls back', (done) => { setImmediate(() => { try { expect(price(5)).toBe(10); done(); } catch (error) { done(error); } }); });`,
    `describe('inside', () => { beforeEach(() => undefined); test.each([[5, 10]])('%i is found', (one, two) => { expect(price(one)).toBe(two); }); });`,
    `test.concurrent('beside others', async () => { expect(price(5)).toBe(10); });`,
    `expect.extend({ toBeTwice: (received, expected) => ({ pass: received === 2 * expected, message: () => 'no' }) });\ntest('has its own words', () => { expect(price(5)).toBeTwice(5); });`,
  ];
  for (const shape of shapes) {
    const test = `${HEAD}${shape}\n`;
    expect([shape, await claimOf(JEST, { name: shape, source: right, test })]).toEqual([shape, 'passed']);
    expect([shape, await claimOf(JEST, { name: shape, source: WRONG, test })]).toEqual([shape, 'failed']);
  }
});
