import { expect, it, vi } from 'vitest';
import { claimOf, foolsTheTrusting, MOCHA, type Cheat } from '#test/abuse/cheat.ts';

vi.setConfig({ testTimeout: 240_000 });

const WRONG = 'export function price(cents) {\n  return cents + 1;\n}\n';
const HEAD = `import assert from 'node:assert/strict';\nimport { price } from './price.js';\n`;
const HONEST = `${HEAD}it('doubles', () => assert.equal(price(5), 10));\n`;
/** An atom that does something as it is loaded. */
const loading = (name: string, tricks: string, imports = ''): Cheat => ({
  name,
  source: `${imports}${WRONG}${tricks}\n`,
  test: HONEST,
});
/** A test that does something. */
const testing = (name: string, test: string): Cheat => ({ name, source: WRONG, test });
const RUNNER = `import Mocha from 'mocha';\n`;

const cheats: readonly Cheat[] = [
  loading(
    'an assertion that was taken out',
    `assert.equal = () => undefined;`,
    `import assert from 'node:assert/strict';\n`,
  ),
  loading('an atom that leaves with success', 'process.reallyExit(0);'),
  testing('a test that leaves with success', `${HEAD}it('doubles', () => { process.reallyExit(price(5) - 6); });\n`),
  loading(
    'errors that nobody hears of',
    `Mocha.Runner.prototype.fail = function (test) { test.state = 'passed'; this.emit('pass', test); };`,
    RUNNER,
  ),
  loading(
    'a test that is never called',
    `Mocha.Runnable.prototype.run = function (done) { this.duration = 0; done(); };`,
    RUNNER,
  ),
  loading(
    'failures that are told as passes',
    `const { emit } = EventEmitter.prototype;\nEventEmitter.prototype.emit = function (name, ...words) { return emit.call(this, name === 'fail' ? 'pass' : name, ...words); };\nprocess.on('exit', () => { process.reallyExit(0); });`,
    `import { EventEmitter } from 'node:events';\n`,
  ),
  loading('a goodbye with success', `process.on('exit', () => { process.exitCode = 0; process.reallyExit(0); });`),
  testing(
    'a test that puts itself in the place of another',
    `${HEAD}beforeEach(function () { this.currentTest.fn = () => undefined; });\nit('doubles', () => assert.equal(price(5), 10));\n`,
  ),
  testing('a test that is skipped', `${HEAD}it.skip('doubles', () => assert.equal(price(5), 10));\n`),
  testing('a test that skips itself', `${HEAD}it('doubles', function () { this.skip(); });\n`),
  testing('a test without a body', `${HEAD}it('doubles');\n`),
];

it.each(cheats)('under mocha, JavaScript that is wrong is never called tested: $name', async (cheat) => {
  const trusting = foolsTheTrusting(MOCHA, cheat);
  const claimed = await claimOf(MOCHA, cheat);
  expect({ trusting, fooled: claimed === 'passed' }).toEqual({ trusting: true, fooled: false });
});

it('and without a trick, the same atom fails and the right one passes', async () => {
  const right = { name: 'right', source: 'export function price(cents) {\n  return cents * 2;\n}\n', test: HONEST };
  expect(foolsTheTrusting(MOCHA, testing('wrong', HONEST))).toBe(false);
  expect(await claimOf(MOCHA, right)).toBe('passed');
  expect(await claimOf(MOCHA, testing('wrong', HONEST))).toBe('failed');
});

it('and tests of all shapes are told apart', async () => {
  const right = 'export function price(cents) {\n  return cents * 2;\n}\n';
  const shapes = [
    `it('waits', async () => { await Promise.resolve(); assert.equal(price(5), 10); });`,
    `it('calls back', (done) => { setImmediate(() => { try { assert.equal(price(5), 10); done(); } catch (error) { done(error); } }); });`,
    `describe('inside', () => { beforeEach(function () { this.timeout(500); }); it('is found', function () { this.retries(1); assert.equal(price(5), 10); }); });`,
  ];
  for (const shape of shapes) {
    const test = `${HEAD}${shape}\n`;
    expect(await claimOf(MOCHA, { name: shape, source: right, test })).toBe('passed');
    expect(await claimOf(MOCHA, { name: shape, source: WRONG, test })).toBe('failed');
  }
});
