import { expect, it, vi } from 'vitest';
import { judgeTarget } from '#test/action/make-target.ts';
import { withTrials } from '#test/action/target-trials.ts';

vi.setConfig({ testTimeout: 240_000 });

const NAMES = ['plan', 'first', 'second', 'third'];
// A quarter of it is for the comparison. Each function alone could be gone on with for all of that.
const JOB_SECONDS = 24;

const JAVASCRIPT = {
  file: 'src/words.js',
  text: NAMES.map(
    (name) => `export function ${name}(text) {\n  return text.split(' ').map((word) => word.length);\n}\n`,
  ).join('\n'),
  earlier: ['.length', '.length + 0'],
  test: 'test/words.test.js',
  // A clock that a test has stopped is not asked.
  use: `import test from 'node:test';
import * as words from '../src/words.js';
performance.now = () => 0;
test('it', () => { for (const read of Object.values(words)) read('some words'); });
`,
  around: { 'package.json': '{"type":"module","scripts":{"test":"node --test"}}' },
} as const;

const PYTHON = {
  file: 'shop/words.py',
  text: NAMES.map((name) => `def ${name}(text):\n    return [len(word) for word in text.split(' ')]\n`).join('\n\n'),
  earlier: ['len(word)', '0 + len(word)'],
  test: 'tests/test_words.py',
  use: `import unittest
from shop import words


class WordsTest(unittest.TestCase):
    def test_it(self):
        for name in ${JSON.stringify(NAMES)}:
            getattr(words, name)('some words')
`,
  around: { 'pyproject.toml': '', 'shop/__init__.py': '' },
} as const;

it.each([
  ['javascript', JAVASCRIPT],
  ['python', PYTHON],
])('functions that have little time between them share it, and each is told: %s', async (_, language) => {
  const { file, text, test, use, around } = language;
  const [now, was] = language.earlier;
  const files = { ...around, [file]: text, [test]: use };
  const given = {
    files,
    symbols: NAMES.map((name) => ({ name, file, level: 0 })),
    tests: [{ file: test, kind: 'unit' as const, symbols: NAMES }],
  };
  const results = await judgeTarget(given, undefined, (manifest) => {
    const limits = { ...manifest.limits, jobSeconds: JOB_SECONDS };
    return withTrials({ ...manifest, limits }, files, { earlier: { [file]: text.replaceAll(now, was) } });
  });
  expect(results.error).toBeNull();
  expect(results.behaviour.compared.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
  expect(results.behaviour.skipped).toEqual([]);
  expect(results.behaviour.differences).toEqual([]);
});
