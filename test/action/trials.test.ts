import { describe, expect, it, vi } from 'vitest';
import { judgeTarget, type Target } from '#test/action/make-target.ts';
import { withTrials } from '#test/action/target-trials.ts';

vi.setConfig({ testTimeout: 240_000 });

const PYTHON = `def fee(amount, rate=2):
    if amount < 10:
        return 0
    return amount * rate

`;
const JAVASCRIPT = `export function fee(amount, rate = 2) {
  if (amount < 10) return 0;
  return amount * rate;
}
`;

/** The function `fee`, and a test that asks for what it is given; all of it in one language. */
function target(language: 'python' | 'javascript', text: string, asserted = true): Target {
  const python = language === 'python';
  const file = python ? 'shop/fee.py' : 'src/fee.js';
  const test = python ? 'tests/test_fee.py' : 'test/fee.test.js';
  const unittest = `import unittest
from shop.fee import fee


class FeeTest(unittest.TestCase):
    def test_fee(self):
        ${asserted ? 'self.assertEqual(fee(5), 0)\n        self.assertEqual(fee(20), 40)' : 'fee(5)\n        fee(20)'}
`;
  const nodeTest = `import test from 'node:test';
import assert from 'node:assert/strict';
import { fee } from '../src/fee.js';
test('fee', () => { ${asserted ? 'assert.equal(fee(5), 0); assert.equal(fee(20), 40);' : 'fee(5); fee(20);'} });
`;
  return {
    files: python
      ? { 'pyproject.toml': '', 'shop/__init__.py': '', [file]: text, [test]: unittest }
      : { 'package.json': '{"type":"module","scripts":{"test":"node --test"}}', [file]: text, [test]: nodeTest },
    symbols: [{ name: 'fee', file, level: 0 }],
    tests: [{ file: test, kind: 'unit', symbols: ['fee'] }],
  };
}

const languages = [
  { language: 'python', text: PYTHON, file: 'shop/fee.py' },
  { language: 'javascript', text: JAVASCRIPT, file: 'src/fee.js' },
] as const;

describe.each(languages)('in $language', ({ language, text, file }) => {
  const compare = (now: string, intended = false) => {
    const given = target(language, now);
    return judgeTarget(given, undefined, (manifest) =>
      withTrials(manifest, given.files, { earlier: { [file]: text }, intended }),
    );
  };

  it('tests that assert notice planted faults, and tests that only call notice few', async () => {
    const tried = async (asserted: boolean) => {
      const given = target(language, text, asserted);
      const results = await judgeTarget(given, undefined, (manifest) =>
        withTrials(manifest, given.files, { mutants: 6 }),
      );
      expect(results.error).toBeNull();
      return results.strength.symbols[0];
    };
    const [strong, weak] = [await tried(true), await tried(false)];
    expect(strong?.planted).toBe(6);
    expect(strong?.noticed).toBeGreaterThanOrEqual(4);
    expect(weak?.noticed).toBe(0);
  });

  it('a fault that the tests let through is found beside the earlier version, with the input that tells', async () => {
    const results = await compare(text.replace('amount < 10', 'amount <= 10'));
    expect(results.behaviour.differences[0]).toMatchObject({ symbol: 'fee', recorded: false });
    expect(results.behaviour.differences[0]?.input).toContain('10');
    expect(results.atoms[0]?.verdict).toBe('failed');
  });

  it('another text that does the same passes', async () => {
    const renamed = text.replaceAll('amount', 'sum').replace('if ', 'if  ');
    const results = await compare(renamed);
    expect(results.behaviour.differences).toEqual([]);
    expect(results.behaviour.compared[0]?.inputs).toBeGreaterThan(50);
    expect(results.atoms[0]?.verdict).toBe('passed');
  });

  it('a version that does not end any more is found, and ended', async () => {
    const loop =
      language === 'python'
        ? '    while amount > 30: pass\n    return amount * rate'
        : '  while (amount > 30);\n  return amount * rate;';
    const results = await compare(text.replace(/ +return amount \* rate;?/, loop));
    expect(results.behaviour.differences[0]?.now).toBe('it does not end');
  });

  it('a change that the plan means is told and fails nothing', async () => {
    const results = await compare(text.replace('amount < 10', 'amount < 8'), true);
    expect(results.behaviour.differences.length).toBeGreaterThan(0);
    expect(results.atoms[0]?.verdict).toBe('passed');
  });

  it('an error that was promised and is gone is found, also where another operation fails in its place', async () => {
    const [guard, rest] =
      language === 'python'
        ? [
            "    if amount is None:\n        raise TypeError('no amount')\n",
            PYTHON.replace('amount < 10', 'amount.real < 10'),
          ]
        : [
            "  if (amount === undefined) throw new TypeError('no amount');\n",
            JAVASCRIPT.replace('amount < 10', 'amount.valueOf() < 10'),
          ];
    const was = rest.replace('\n', `\n${guard}`);
    const given = target(language, rest);
    const earlier = { [file]: was };
    const results = await judgeTarget(given, undefined, (manifest) => withTrials(manifest, given.files, { earlier }));
    expect(results.behaviour.differences[0]?.was).toContain('no amount');
  });

  it('what only several signs together reach is found by going on from what reached some of them', async () => {
    const [signs, other] =
      language === 'python'
        ? [
            "    text = str(amount)\n    if text == 'a':\n        return 0\n    if '<' in text:\n        if text.endswith('!'):\n            if '>' in text:\n                return 7\n",
            'return 7',
          ]
        : [
            "  const text = String(amount);\n  if (text === 'a') return 0;\n  if (text.includes('<')) {\n    if (text.endsWith('!')) {\n      if (text.includes('>')) return 7;\n    }\n  }\n",
            'return 7',
          ];
    const was = text.replace('\n', `\n${signs}`);
    const given = target(language, was.replace(other, 'return 8'));
    const texts = given.tests[0]?.file ?? '';
    const files = {
      ...given.files,
      [texts]: (given.files[texts] ?? '').replaceAll('fee(5)', "fee('a')").replaceAll('fee(20)', 'fee(20)'),
    };
    const earlier = { [file]: was };
    const results = await judgeTarget({ ...given, files }, undefined, (manifest) =>
      withTrials(manifest, files, { earlier }),
    );
    expect(results.behaviour.differences[0]).toMatchObject({ was: '7', now: '8' });
  });

  it('what is only reached by a number that grows inside is found by going on from each step', async () => {
    const deep =
      language === 'python'
        ? "    depth = 0\n    for sign in str(amount):\n        depth = depth + 1 if sign == '(' else 0\n        if depth > 5:\n            return 7\n"
        : "  let depth = 0;\n  for (const sign of String(amount)) {\n    depth = sign === '(' ? depth + 1 : 0;\n    if (depth > 5) return 7;\n  }\n";
    const was = text.replace('\n', `\n${deep}`);
    const given = target(language, was.replace('depth > 5', 'depth > 6'));
    const earlier = { [file]: was };
    const results = await judgeTarget(given, undefined, (manifest) => withTrials(manifest, given.files, { earlier }));
    expect(results.behaviour.differences[0]?.input).toContain('(((((');
  });

  it('a function that is never the same twice is compared with nobody', async () => {
    const random = (source: string): string =>
      language === 'python'
        ? source.replace(
            'return amount * rate',
            'import os; return amount * rate + os.urandom(1)[0] * 0 + (hash(object()) % 1000) * (amount > 30)',
          )
        : source.replace('return amount * rate', 'return amount * rate + (amount > 30 ? performance.now() : 0)');
    const given = target(language, random(text).replace('< 10', '<10'));
    const earlier = { [file]: random(text) };
    const results = await judgeTarget(given, undefined, (manifest) => withTrials(manifest, given.files, { earlier }));
    expect(results.behaviour.differences).toEqual([]);
  });
});

describe('in python', () => {
  it('a value that a file gives to its names is compared as well', async () => {
    const now = `RATES = {'small': lambda amount, rate=3: amount * rate}\n\n\n${PYTHON}`;
    const given = target('python', now);
    const earlier = { 'shop/fee.py': now.replace('rate=3', 'rate=2') };
    const results = await judgeTarget(given, undefined, (manifest) => withTrials(manifest, given.files, { earlier }));
    expect(results.behaviour.differences).toMatchObject([{ name: '(module)', input: 'the value of RATES' }]);
  });
});

it('in javascript, what a handler is told counts as well', async () => {
  const now = JAVASCRIPT.replace('rate = 2)', 'rate = 2, { onFee } = {})');
  const was = now.replace('  return amount * rate;', '  if (onFee) onFee(amount);\n  return amount * rate;');
  const given = target('javascript', now);
  const earlier = { 'src/fee.js': was };
  const results = await judgeTarget(given, undefined, (manifest) => withTrials(manifest, given.files, { earlier }));
  expect(results.behaviour.differences[0]?.was).toContain('onFee');
});

it('under vitest, functions are compared that no test calls', async () => {
  const given = target('javascript', JAVASCRIPT.replace('amount < 10', 'amount < 8'));
  const files = {
    ...given.files,
    'package.json': '{"type":"module","scripts":{"test":"vitest run"}}',
    'test/fee.test.js': `import { expect, test } from 'vitest';\nimport * as all from '../src/fee.js';\ntest('fee', () => expect(all).toBeDefined());\n`,
  };
  const earlier = { 'src/fee.js': JAVASCRIPT };
  const results = await judgeTarget({ ...given, files }, undefined, (manifest) =>
    withTrials(manifest, files, { earlier }),
  );
  expect(results.behaviour.differences[0]?.input).toMatch(/[89]/);
});

it('functions of several levels are each compared with what they were themselves', async () => {
  const now = `${JAVASCRIPT}export function twice(amount) {\n  return fee(amount) + fee(amount);\n}\nexport function thrice(amount) {\n  return fee(amount) * 3;\n}\n`;
  const was = now.replace('return 0', 'return 1').replace('+ fee', '- fee').replace('* 3', '* 3 * 1');
  const given = target('javascript', now);
  const symbols = ['fee', 'twice', 'thrice'].map((name, level) => ({ name, file: 'src/fee.js', level }));
  const tests = given.tests.map((test) => ({ ...test, symbols: ['fee', 'twice', 'thrice'] }));
  const earlier = { 'src/fee.js': was };
  const results = await judgeTarget({ ...given, symbols, tests }, undefined, (manifest) =>
    withTrials(manifest, given.files, { earlier, intended: true }),
  );
  expect([...new Set(results.behaviour.differences.map(({ name }) => name))]).toEqual(['fee', 'twice']);
  expect(results.behaviour.compared.map(({ name }) => name).toSorted()).toEqual(['fee', 'thrice', 'twice']);
});
