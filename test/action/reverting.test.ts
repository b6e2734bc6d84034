import { describe, expect, it, vi } from 'vitest';
import { judgeTarget, type Target } from '#test/action/make-target.ts';
import { withTrials } from '#test/action/target-trials.ts';

vi.setConfig({ testTimeout: 240_000 });

const TARGETS = {
  python: {
    file: 'shop/read.py',
    was: `def read(text):
    return int(text)


def sign(text):
    return '-' if read(text) < 0 else '+'
`,
    changes: [
      ['int(text)', 'int(text.strip())'],
      ['< 0', '> 0'],
    ],
    files: {
      'pyproject.toml': '',
      'shop/__init__.py': '',
      'tests/test_read.py': `import unittest
from shop.read import read, sign


class ReadTest(unittest.TestCase):
    def test_plus(self):
        self.assertEqual(sign('5'), '+')

    def test_minus(self):
        self.assertEqual(sign('-5'), '-')
`,
    },
    test: 'tests/test_read.py',
  },
  javascript: {
    file: 'src/read.js',
    was: `export function read(text) {
  return Number(text);
}
export function sign(text) {
  return read(text) < 0 ? '-' : '+';
}
`,
    changes: [
      ['Number(text)', 'Number(text.trim())'],
      ['< 0', '> 0'],
    ],
    files: {
      'package.json': '{"type":"module","scripts":{"test":"node --test"}}',
      'test/read.test.js': `import test from 'node:test';
import assert from 'node:assert/strict';
import { sign } from '../src/read.js';
test('plus', () => assert.equal(sign('5'), '+'));
test('minus', () => assert.equal(sign('-5'), '-'));
`,
    },
    test: 'test/read.test.js',
  },
} as const;

describe.each(['python', 'javascript'] as const)('in %s', (language) => {
  const { file, was, changes, files, test } = TARGETS[language];
  const judge = (earlier: boolean) => {
    const now = changes.reduce<string>((text, [from, to]) => text.replace(from, to), was);
    const given: Target = {
      files: { ...files, [file]: now },
      symbols: [
        { name: 'read', file, level: 0 },
        { name: 'sign', file, level: 0 },
      ],
      tests: [{ file: test, kind: 'unit', symbols: ['read', 'sign'] }],
    };
    return judgeTarget(given, undefined, (manifest) =>
      earlier ? withTrials(manifest, given.files, { earlier: { [file]: was }, intended: true }) : manifest,
    );
  };
  const failed = async (earlier: boolean) => {
    const { atoms, error } = await judge(earlier);
    expect(error).toBeNull();
    return atoms.filter(({ verdict }) => verdict === 'failed').map(({ symbol }) => symbol);
  };

  it('of two functions that every case goes through, the one whose earlier version mends them is named', async () => {
    expect(await failed(true)).toEqual(['sign']);
    // Stubs cannot tell them apart, and the deeper one is named first.
    expect(await failed(false)).toContain('read');
  });
});
