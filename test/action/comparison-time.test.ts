import { expect, it, vi } from 'vitest';
import { judgeTarget } from '#test/action/make-target.ts';
import { withTrials } from '#test/action/target-trials.ts';

vi.setConfig({ testTimeout: 240_000 });

const FILE = 'src/words.js';
const NAMES = ['plan', 'first', 'second', 'third'];
const JOB_SECONDS = 24;
// Each could be gone on with for as long as one function may; what differs is seen at once.
const WORDS = NAMES.map(
  (name) => `export function ${name}(text) {
  return text.split(' ').map((word) => word.length);
}
`,
).join('\n');

const files = {
  'package.json': '{"type":"module","scripts":{"test":"node --test"}}',
  'test/words.test.js': `import test from 'node:test';
import * as words from '../src/words.js';
performance.now = () => 0;
test('it', () => { for (const read of Object.values(words)) read('some words'); });
`,
  [FILE]: WORDS,
};

it('functions that have little time between them share it, and each is told; a clock that a test stopped is not asked', async () => {
  const given = {
    files,
    symbols: NAMES.map((name) => ({ name, file: FILE, level: 0 })),
    tests: [{ file: 'test/words.test.js', kind: 'unit' as const, symbols: NAMES }],
  };
  const results = await judgeTarget(given, undefined, (manifest) => {
    const limits = { ...manifest.limits, jobSeconds: JOB_SECONDS };
    return withTrials({ ...manifest, limits }, files, {
      earlier: { [FILE]: WORDS.replaceAll('.length', '.length + 0') },
    });
  });
  expect(results.error).toBeNull();
  expect(results.behaviour.compared.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
  expect(results.behaviour.skipped).toEqual([]);
  expect(results.behaviour.differences).toEqual([]);
});
