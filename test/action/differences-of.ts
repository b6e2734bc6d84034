import { expect } from 'vitest';
import { judgeTarget, type Target } from '#test/action/make-target.ts';
import { withTrials } from '#test/action/target-trials.ts';

const LANGUAGES = {
  python: { file: 'shop/money.py', test: 'tests/test_money.py' },
  javascript: { file: 'src/money.js', test: 'test/money.test.js' },
} as const;

/** What is found where `was` stood before in place of `now`; the test runs `use` and asserts nothing. */
export async function differencesOf(
  language: keyof typeof LANGUAGES,
  { text, was, now, use, method }: { text: string; was: string; now: string; use: string; method: string },
) {
  const { file, test } = LANGUAGES[language];
  const files: Record<string, string> =
    language === 'python'
      ? {
          'pyproject.toml': '',
          'shop/__init__.py': '',
          [test]: `import unittest\nfrom shop import money\n\n\nclass MoneyTest(unittest.TestCase):\n    def test_it(self):\n        ${use}\n`,
        }
      : {
          'package.json': '{"type":"module","scripts":{"test":"node --test"}}',
          [test]: `import test from 'node:test';\nimport * as money from '../src/money.js';\ntest('it', () => { ${use} });\n`,
        };
  files[file] = text.replace(was, now);
  const given: Target = {
    files,
    symbols: [{ name: 'plan', file, level: 0 }],
    tests: [{ file: test, kind: 'unit', symbols: ['plan'] }],
  };
  const results = await judgeTarget(given, undefined, (manifest) => {
    const trials = withTrials(manifest, files, { earlier: { [file]: text } });
    const asked = trials.comparisons.filter(({ name }) => name === method || name.endsWith(`.${method}`));
    // Methods have no symbols of their own in these targets: the function stands for them.
    return { ...trials, comparisons: asked.map((one) => ({ ...one, symbol: 'plan' })) };
  });
  expect(results.error).toBeNull();
  return results.behaviour;
}
