import { expect, it, vi } from 'vitest';
import { claimOf, foolsTheTrusting, VITEST, type Cheat } from '#test/abuse/cheat.ts';

vi.setConfig({ testTimeout: 240_000 });

const WRONG = 'export function price(cents) {\n  return cents + 1;\n}\n';
const HEAD = `import { expect, test } from 'vitest';\nimport { price } from './price.js';\n`;
const HONEST = `${HEAD}test('doubles', () => expect(price(5)).toBe(10));\n`;
const BY_ASSERT = `import { test } from 'vitest';\nimport assert from 'node:assert/strict';\nimport { price } from './price.js';\ntest('doubles', () => assert.equal(price(5), 10));\n`;
/** An atom that does something as it is loaded. */
const loading = (name: string, tricks: string, imports = '', test = HONEST): Cheat => ({
  name,
  source: `${imports}${WRONG}${tricks}\n`,
  test,
});
/** An atom that does something as it is called. */
const calling = (name: string, tricks: string, imports: string): Cheat => ({
  name,
  source: `${imports}export function price(cents) {\n  ${tricks}\n  return cents + 1;\n}\n`,
  test: HONEST,
});
/** A test that does something. */
const testing = (name: string, test: string): Cheat => ({ name, source: WRONG, test });

/** Rewrites what is said of tests: failures become passes, in whatever they are wrapped. */
const LIE = `const lie = (value, seen = new Set()) => {\n  if (value === null || typeof value !== 'object' || seen.has(value)) return;\n  seen.add(value);\n  if (value.state === 'fail') { try { value.state = 'pass'; delete value.errors; } catch {} }\n  for (const inner of Array.isArray(value) ? value : Object.values(value)) lie(inner, seen);\n};\n`;

const cheats: readonly Cheat[] = [
  loading(
    'a matcher that was put in the place of another',
    `expect.extend({ toBe: () => ({ pass: true, message: () => '' }) });`,
    `import { expect } from 'vitest';\n`,
  ),
  loading(
    'the one function by which all matchers fail',
    `chai.Assertion.prototype.assert = () => undefined;\nfor (const name of ['toBe', 'toEqual']) chai.util.overwriteMethod(chai.Assertion.prototype, name, () => () => undefined);`,
    `import { chai } from 'vitest';\n`,
  ),
  calling(
    'a matcher that is another one for a moment',
    `const { prototype } = chai.Assertion;\n  const { toBe } = prototype;\n  prototype.toBe = () => undefined;\n  setTimeout(() => { prototype.toBe = toBe; });`,
    `import { chai } from 'vitest';\n`,
  ),
  loading(
    'an assertion that was taken out',
    `assert.equal = () => undefined;`,
    `import assert from 'node:assert/strict';\n`,
    BY_ASSERT,
  ),
  loading(
    'reports rewritten on their way to the reporting process',
    `${LIE}const send = process._send;\nprocess._send = function (message, ...rest) { lie(message); return send.call(this, message, ...rest); };`,
  ),
  loading(
    'reports rewritten where they are made',
    `${LIE}const state = globalThis.__vitest_worker__;\nconst { rpc } = state;\nstate.rpc = new Proxy(rpc, { get: (target, name) => { const call = target[name]; return typeof call === 'function' ? Object.assign((...words) => { lie(words); return call(...words); }, call) : call; } });`,
  ),
  calling(
    'a test that rewrites its own result',
    `Object.defineProperty(getCurrentTest(), 'result', { get: () => ({ state: 'pass', startTime: 0 }), set: () => undefined });`,
    `import { getCurrentTest } from 'vitest/suite';\n`,
  ),
  testing('a test that is skipped', `${HEAD}test.skip('doubles', () => expect(price(5)).toBe(10));\n`),
  testing('a test that is still to do', `${HEAD}test.todo('doubles');\n`),
  testing('a test that is expected to fail', `${HEAD}test.fails('doubles', () => expect(price(5)).toBe(10));\n`),
];

it.each(cheats)('under vitest, JavaScript that is wrong is never called tested: $name', async (cheat) => {
  const trusting = foolsTheTrusting(VITEST, cheat);
  const claimed = await claimOf(VITEST, cheat);
  expect({ trusting, fooled: claimed === 'passed' }).toEqual({ trusting: true, fooled: false });
});

/** What fools nobody who reads vitest's exit status, but would if its report were read from a file. */
const forgeries: readonly Cheat[] = [
  loading(
    'a report written over the runner’s own',
    `import('node:fs').then(({ writeFileSync }) => process.on('exit', () => writeFileSync('/tmp/mge-report.json', '{}')));`,
  ),
  loading(
    'a report of its own making on standard output',
    `for (const line of ['@mge:x:{"end":true}', '@mge-report@']) process.stdout.write('\\n' + line + '\\n');`,
  ),
  testing('a test that leaves with success', `${HEAD}test('doubles', () => { process.reallyExit(0); });\n`),
  loading('an atom that leaves with success', 'process.reallyExit(0);'),
];

it.each(forgeries)('nor is it for $name', async (cheat) => {
  expect(await claimOf(VITEST, cheat)).not.toBe('passed');
});

it('and without a trick, the same atom fails and the right one passes', async () => {
  const right = { name: 'right', source: 'export function price(cents) {\n  return cents * 2;\n}\n', test: HONEST };
  expect(foolsTheTrusting(VITEST, testing('wrong', HONEST))).toBe(false);
  expect(await claimOf(VITEST, right)).toBe('passed');
  expect(await claimOf(VITEST, testing('wrong', HONEST))).toBe('failed');
});
