import { describe, expect, it } from 'vitest';
import { runTrialFiles } from '#engine/validation/trials/run-trial-files.ts';
import type { TestCase, TestRun } from '#engine/validation/toolchain.ts';

const caseOf = (file: string, outcome: TestCase['outcome']): TestCase => ({
  file,
  name: 'a case',
  outcome,
  message: '',
  detail: '',
  line: null,
});

/** Files named `hangs…` never end, those named `wrong…` fail. */
async function tryFiles(files: readonly string[]) {
  const runs: (readonly string[])[] = [];
  const runTests = (wanted: readonly string[]): Promise<TestRun> => {
    runs.push(wanted);
    const ended = wanted.some((file) => file.startsWith('hangs'));
    const cases = ended ? [] : wanted.map((file) => caseOf(file, file.startsWith('wrong') ? 'failed' : 'passed'));
    return Promise.resolve({ cases, unfinished: ended ? wanted : [], killedBy: ended ? 'cpu' : null, output: '' });
  };
  const request = { toolchain: { runTests }, files, seconds: 2, standing: new Set<string>(), expired: () => false };
  const cases = await runTrialFiles(request);
  return { runs, told: cases.map((one) => `${one.file} ${one.outcome}`).toSorted() };
}

describe('test files over planted faults', () => {
  it('run in two processes, and are not run again because they fail', async () => {
    const { runs, told } = await tryFiles(['a', 'wrong-b', 'c', 'd']);
    expect(runs).toEqual([
      ['a', 'c'],
      ['wrong-b', 'd'],
    ]);
    expect(told).toEqual(['a passed', 'c passed', 'd passed', 'wrong-b failed']);
  });

  it('run alone where one of their process hangs, so that each speaks for itself', async () => {
    const { runs, told } = await tryFiles(['hangs-a', 'b', 'c', 'd']);
    expect(runs.map((files) => files.join(' ')).toSorted()).toEqual(['b d', 'c', 'hangs-a', 'hangs-a c']);
    expect(told).toEqual(['b passed', 'c passed', 'd passed', 'hangs-a timeout']);
  });

  it('need no process where there are none', async () => {
    expect((await tryFiles([])).runs).toEqual([]);
  });
});
