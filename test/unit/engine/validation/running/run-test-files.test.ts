import { describe, expect, it } from 'vitest';
import { runTestFiles, type TestPace } from '#engine/validation/running/run-test-files.ts';
import type { TestCase, TestRun, Toolchain } from '#engine/validation/toolchain.ts';

const caseOf = (file: string, more: Partial<TestCase> = {}): TestCase => ({
  file,
  name: 'a case',
  outcome: 'passed',
  message: '',
  detail: '',
  line: null,
  ...more,
});

/** `seconds`: processor time that each file takes; a run that is given less is ended, and reports nothing. */
function createRunner(seconds: Readonly<Record<string, number>>) {
  const runs: { files: readonly string[]; timeMs: number }[] = [];
  const toolchain: Pick<Toolchain, 'runTests'> = {
    runTests(files, timeMs): Promise<TestRun> {
      runs.push({ files, timeMs });
      const needed = files.reduce((sum, file) => sum + (seconds[file] ?? 0), 0) * 1000;
      const ended = needed > timeMs;
      const cases = ended ? [] : files.map((file) => caseOf(file));
      return Promise.resolve({ cases, unfinished: ended ? files : [], killedBy: ended ? 'cpu' : null, output: '' });
    },
  };
  const pace: TestPace = { hurried: true };
  const run = (files: readonly string[], runner: Pick<Toolchain, 'runTests'> = toolchain, standing = ['stub']) =>
    runTestFiles({
      toolchain: runner,
      files,
      atomSeconds: 3,
      pace,
      standing: new Set(standing),
      expired: () => false,
    });
  return { run, runs, pace };
}

describe('test files that run together', () => {
  it('get little time at first; who hangs gets all of it alone before anything is said', async () => {
    const { run, runs, pace } = createRunner({ 'loop.ts': Infinity });
    const { cases } = await run(['a.ts', 'loop.ts', 'b.ts']);
    expect(cases.map((one) => [one.file, one.outcome])).toEqual([
      ['a.ts', 'passed'],
      ['loop.ts', 'timeout'],
      ['b.ts', 'passed'],
    ]);
    expect(runs[0]).toEqual({ files: ['a.ts', 'loop.ts', 'b.ts'], timeMs: 1000 });
    expect(runs.slice(1).map((one) => one.timeMs)).toEqual([3000, 3000, 3000]);
    expect(pace.hurried).toBe(true);
  });

  it('run together again without the one that hangs, as soon as it is found', async () => {
    const runs: (readonly string[])[] = [];
    const runTests = (files: readonly string[]): Promise<TestRun> => {
      runs.push(files);
      const hangs = files.indexOf('d.ts');
      const done = hangs < 0 ? files : files.slice(0, hangs);
      const cases = done.map((file) => caseOf(file));
      const ended = hangs < 0 ? {} : { unfinished: files, killedBy: 'cpu' as const };
      return Promise.resolve({ cases, unfinished: [], killedBy: null, output: '', ...ended });
    };
    const files = ['a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts', 'f.ts'];
    const { cases } = await createRunner({}).run(files, { runTests });
    expect(runs).toEqual([files, ['c.ts'], ['d.ts'], ['a.ts', 'b.ts', 'e.ts', 'f.ts']]);
    const told = cases.map((one) => `${one.file} ${one.outcome}`).toSorted();
    expect(told).toEqual(files.map((file) => `${file} ${file === 'd.ts' ? 'timeout' : 'passed'}`));
  });

  it('get all of their time from then on, where they were only slow', async () => {
    const { run, runs, pace } = createRunner({ 'a.ts': 1, 'b.ts': 1 });
    expect((await run(['a.ts', 'b.ts'])).cases.map((one) => one.outcome)).toEqual(['passed', 'passed']);
    expect(pace.hurried).toBe(false);
    await run(['a.ts', 'b.ts']);
    expect(runs.at(-1)).toEqual({ files: ['a.ts', 'b.ts'], timeMs: 3000 });
    expect(runs).toHaveLength(4);
  });

  it('are flaky where they fail together and pass alone', async () => {
    const shaky = {
      runTests: (files: readonly string[]): Promise<TestRun> => {
        const outcome = files.length > 1 ? 'failed' : 'passed';
        const cases = files.map((file) => caseOf(file, { outcome: file === 'b.ts' ? outcome : 'passed' }));
        return Promise.resolve({ cases, unfinished: [], killedBy: null, output: '' });
      },
    };
    const { cases, flaky } = await createRunner({}).run(['a.ts', 'b.ts'], shaky);
    expect(flaky.map((one) => one.file)).toEqual(['b.ts']);
    expect(cases.every((one) => one.outcome === 'passed')).toBe(true);
  });
});

describe('a failure while a stub was thrown', () => {
  const failing = (more: Partial<TestCase>) => ({
    runTests: (): Promise<TestRun> => {
      const cases = [caseOf('a.ts', { outcome: 'failed', message: '1 is not 2', ...more })];
      return Promise.resolve({ cases, unfinished: [], killedBy: null, output: '' });
    },
  });
  const judge = async (more: Partial<TestCase>) => (await createRunner({}).run(['a.ts'], failing(more))).cases[0];

  it('is a skip, whoever caught the error', async () => {
    expect(await judge({ thrown: ['stub'] })).toMatchObject({ outcome: 'skipped', pending: 'stub' });
    expect(await judge({ message: 'mge: not generated yet: stub' })).toMatchObject({ pending: 'stub' });
  });

  it('stays a failure where that stub does not stand, or none was thrown', async () => {
    expect(await judge({ thrown: ['another'] })).toMatchObject({ outcome: 'failed', pending: null });
    expect(await judge({})).toMatchObject({ outcome: 'failed', pending: null });
  });

  it('makes a skip of a pass as well: what passes because a stub’s error was caught proves nothing', async () => {
    expect(await judge({ outcome: 'passed', thrown: ['stub'] })).toMatchObject({ outcome: 'skipped', pending: 'stub' });
    expect(await judge({ outcome: 'passed', thrown: ['gone'] })).toMatchObject({ outcome: 'passed', pending: null });
  });
});
