import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Manifest } from '#domain/verdict/manifest.ts';
import type { TestCase, Toolchain, Workspace } from '#engine/validation/toolchain.ts';
import { validateBatch } from '#engine/validation/validate-batch.ts';

interface WorldSymbol {
  readonly id: string;
  readonly level: number;
  readonly needs?: readonly string[];
  readonly wrong?: boolean;
  readonly badType?: boolean;
  readonly state?: 'settled' | 'candidate' | 'waiting';
  /** Settled by an earlier batch of the same run. */
  readonly suspect?: boolean;
  /** A constant: it cannot be a stub. */
  readonly fixed?: boolean;
}

interface WorldTest {
  readonly file: string;
  readonly kind?: 'unit' | 'integration';
  /** Each case calls these symbols in order; it fails if one of `notices` that it calls is wrong. */
  readonly cases: readonly { readonly calls: readonly string[]; readonly notices?: readonly string[] }[];
  readonly symbols: readonly string[];
  /** It passed in an earlier batch. */
  readonly passed?: boolean;
  /** It fails before it reaches any symbol. */
  readonly unloadable?: boolean;
}

/** A project in which every file is one symbol's text, and tests are told what they call. */
function createWorld(
  symbols: readonly WorldSymbol[],
  tests: readonly WorldTest[],
  boundaries: Manifest['boundaries'] = [],
) {
  const textOf = (symbol: WorldSymbol): string =>
    `${symbol.id}${symbol.wrong === true ? ' wrong' : ''}${symbol.badType === true ? ' badtype' : ''}`;
  const files = new Map(symbols.map((symbol) => [`${symbol.id}.ts`, textOf(symbol)]));
  const runs = { typechecks: 0, tests: 0 };
  const workspace: Workspace = {
    read: (file) => Promise.resolve(files.get(file) ?? null),
    write: (file, text) => Promise.resolve(void files.set(file, text)),
  };
  const callCase = (test: WorldTest, index: number): TestCase => {
    const one = test.cases[index] ?? { calls: [] };
    const base = { file: test.file, name: `case ${index}`, detail: '', line: null };
    for (const id of one.calls) {
      const text = files.get(`${id}.ts`) ?? '';
      if (text === `stub ${id}`) return { ...base, outcome: 'failed', message: `mge: not generated yet: ${id}` };
      if (text.includes('wrong') && (one.notices ?? one.calls).includes(id))
        return { ...base, outcome: 'failed', message: 'not equal' };
    }
    return { ...base, outcome: 'passed', message: '' };
  };
  const toolchain: Toolchain = {
    name: 'world',
    version: '1',
    typecheck() {
      runs.typechecks += 1;
      const bad = [...files].filter(([, text]) => text.includes('badtype')).map(([file]) => file);
      const diagnostics = bad.map((file) => ({
        check: 'types' as const,
        file,
        line: 1,
        column: 1,
        code: 'TS1',
        message: 'bad',
      }));
      return Promise.resolve({ typed: true, passed: bad.length === 0, diagnostics, problem: null });
    },
    runTests(wanted) {
      runs.tests += 1;
      const cases = tests
        .filter((test) => wanted.includes(test.file))
        .flatMap((test) =>
          test.unloadable === true ? [unloadable(test)] : test.cases.map((_, index) => callCase(test, index)),
        );
      return Promise.resolve({ cases, unfinished: [], killedBy: null, output: '' });
    },
    compare: () => Promise.reject(new Error('nothing is to be compared')),
    runCommand: () => Promise.resolve({ passed: true, output: '' }),
  };
  const candidates = symbols.filter(
    (symbol) => symbol.suspect !== true && (symbol.state ?? 'candidate') === 'candidate',
  );
  const judged = symbols.filter((symbol) => symbol.suspect === true || candidates.includes(symbol));
  const manifest = Manifest.parse({
    version: 1,
    run: 'r',
    batch: 0,
    key: 'k',
    levels: [...new Set(candidates.map((symbol) => symbol.level))],
    symbols: symbols.map((symbol) => ({
      id: symbol.id,
      file: `${symbol.id}.ts`,
      level: symbol.level,
      state: symbol.state ?? (symbol.suspect === true ? 'settled' : 'candidate'),
      ...(symbol.suspect === true ? { suspect: true } : {}),
      stub: symbol.fixed === true ? null : { start: 0, end: textOf(symbol).length, text: `stub ${symbol.id}` },
    })),
    atoms: judged.map(({ id, ...symbol }) => ({
      id: `${id}#`,
      symbol: id,
      file: `${id}.ts`,
      ranges: [[0, textOf({ id, ...symbol }).length]],
      startLine: 1,
      endLine: 1,
    })),
    needs: symbols.flatMap((symbol) => (symbol.needs ?? []).map((needed) => [symbol.id, needed])),
    tests: tests.map(({ file, kind, symbols: named, passed }) => {
      return { file, kind: kind ?? 'unit', symbols: named, ...(passed === undefined ? {} : { passed }) };
    }),
    boundaries,
    toolchain: 'auto',
    commands: { install: null, typecheck: null, test: null, build: null },
    limits: { jobSeconds: 60, memoryMb: 512 },
  });
  const judge = async (expired = () => false) => {
    const outcome = await validateBatch(manifest, {
      toolchain,
      workspace,
      expired,
      elapsed: () => 0,
      say: () => undefined,
    });
    return {
      outcome,
      verdicts: Object.fromEntries(
        outcome.atoms.map((atom) => [atom.symbol, atom.blockedBy === null ? atom.verdict : `by ${atom.blockedBy}`]),
      ),
    };
  };
  return { judge, files, runs };
}

const unloadable = ({ file }: WorldTest): TestCase => ({
  file,
  name: '(loading the file)',
  outcome: 'failed',
  message: 'no such module',
  detail: '',
  line: null,
});

const unit = (id: string, ...calls: string[]): WorldTest => ({
  file: `${id}.test.ts`,
  symbols: [id],
  cases: [{ calls: [id, ...calls] }],
});

describe('validateBatch', () => {
  it('blames an untested helper for its caller’s failing unit test', async () => {
    const world = createWorld(
      [
        { id: 'helper', level: 0, wrong: true },
        { id: 'caller', level: 1, needs: ['helper'] },
      ],
      [unit('caller', 'helper')],
    );
    expect((await world.judge()).verdicts).toEqual({ helper: 'failed', caller: 'by helper' });
  });

  it('trusts a helper whose own tests pass, and blames the caller', async () => {
    const world = createWorld(
      [
        { id: 'helper', level: 0 },
        { id: 'caller', level: 1, needs: ['helper'], wrong: true },
      ],
      [unit('helper'), unit('caller', 'helper')],
    );
    expect((await world.judge()).verdicts).toEqual({ helper: 'passed', caller: 'failed' });
  });

  it('names a constant that cannot be a stub when nothing else is reached', async () => {
    const world = createWorld(
      [
        { id: 'RATES', level: 0, fixed: true, wrong: true },
        { id: 'other', level: 0 },
      ],
      [unit('RATES'), unit('other')],
    );
    expect((await world.judge()).verdicts).toEqual({ RATES: 'failed', other: 'passed' });
  });

  it('says that the tree does not type-check while a constant is wrong, but blames nobody else', async () => {
    const world = createWorld(
      [
        { id: 'RATES', level: 0, fixed: true, badType: true },
        { id: 'other', level: 0 },
      ],
      [],
    );
    const { outcome, verdicts } = await world.judge();
    expect(verdicts).toEqual({ RATES: 'failed', other: 'passed' });
    expect(outcome.levels[0]?.typechecked).toBe(false);
  });

  it('passes nothing whose only test file cannot be loaded, nor what only that file reaches', async () => {
    const world = createWorld(
      [
        { id: 'helper', level: 0 },
        { id: 'caller', level: 1, needs: ['helper'] },
        { id: 'other', level: 1 },
      ],
      [{ ...unit('caller'), unloadable: true }, unit('other')],
    );
    const { outcome, verdicts } = await world.judge();
    expect(verdicts).toEqual({ helper: 'not-executed', caller: 'not-executed', other: 'passed' });
    const checks = outcome.atoms.find((atom) => atom.symbol === 'caller')?.checks;
    expect(checks).toContainEqual(
      expect.objectContaining({
        check: 'unit',
        outcome: 'not-executed',
        evidence: expect.objectContaining({ message: '(loading the file): no such module' }),
      }),
    );
  });

  it('passes what another test executes, whatever file cannot be loaded', async () => {
    const world = createWorld(
      [{ id: 'a', level: 0 }],
      [{ file: 'broken.test.ts', symbols: ['a'], cases: [], unloadable: true }, unit('a')],
    );
    expect((await world.judge()).verdicts).toEqual({ a: 'passed' });
  });

  it('runs the tests of settled symbols that need a candidate', async () => {
    const world = createWorld(
      [
        { id: 'helper', level: 0, wrong: true },
        { id: 'user', level: 3, needs: ['helper'], state: 'settled' },
      ],
      [{ ...unit('helper'), cases: [{ calls: ['helper'], notices: [] }] }, unit('user', 'helper')],
    );
    expect((await world.judge()).verdicts).toEqual({ helper: 'failed' });
  });

  describe('when a test of more fails that has not passed before', () => {
    const money: WorldSymbol = { id: 'paidInBase', level: 0, suspect: true, wrong: true };
    const trip = (passed?: boolean): WorldTest => ({
      file: 'trip.it.ts',
      kind: 'integration',
      symbols: ['settle'],
      cases: [{ calls: ['settle', 'paidInBase'] }, { calls: ['settle'] }],
      ...(passed === undefined ? {} : { passed }),
    });
    const whole: Manifest['boundaries'] = [{ kind: 'system', afterLevel: 1, symbols: ['paidInBase', 'settle'] }];
    const settle: WorldSymbol = { id: 'settle', level: 1, needs: ['paidInBase'] };

    it('finds what an earlier batch passed, and blames nobody else', async () => {
      const world = createWorld([money, settle], [trip()], whole);
      const { verdicts } = await world.judge();
      expect(verdicts).toEqual({ paidInBase: 'failed', settle: 'passed' });
    });

    it('says nothing of a suspect that is right', async () => {
      const world = createWorld([{ ...money, wrong: false }, settle], [trip()], whole);
      expect((await world.judge()).verdicts).toEqual({ paidInBase: 'not-executed', settle: 'passed' });
    });

    it('but a test that passed before fails because of what is new', async () => {
      const right = { ...money, wrong: false };
      const world = createWorld([right, { ...settle, wrong: true }], [trip(true)], whole);
      expect((await world.judge()).verdicts).toEqual({ paidInBase: 'not-executed', settle: 'failed' });
    });

    it('what stood in the repository before the run is not judged: who calls it is', async () => {
      const stood: WorldSymbol = { id: 'paidInBase', level: 0, state: 'settled', wrong: true };
      const world = createWorld([stood, settle], [trip()], whole);
      expect((await world.judge()).verdicts).toEqual({ settle: 'failed' });
    });
  });

  it('keeps what waits a stub, and puts the candidates back at the end', async () => {
    const world = createWorld(
      [
        { id: 'a', level: 0 },
        { id: 'b', level: 1, state: 'waiting' },
      ],
      [unit('a')],
    );
    await world.judge();
    expect([...world.files.values()]).toEqual(['a', 'b']);
  });

  it('says nothing of what it had no time for', async () => {
    const world = createWorld([{ id: 'a', level: 0 }], [unit('a')]);
    const { outcome } = await world.judge(() => true);
    expect(outcome).toMatchObject({ levels: [], atoms: [], error: { code: 'job-timeout' } });
  });

  it('checks the same tree once', async () => {
    const world = createWorld(
      [
        { id: 'a', level: 0 },
        { id: 'b', level: 1, badType: true },
        { id: 'c', level: 2, badType: true },
      ],
      [],
    );
    const { verdicts } = await world.judge();
    expect(verdicts).toEqual({ a: 'passed', b: 'failed', c: 'failed' });
    expect(world.runs.typechecks).toBe(3);
  });

  it('finds every wrong symbol that an integration test notices alone, and no other', async () => {
    const wrongs = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(wrongs, async (wrong) => {
        const symbols = wrong.map((isWrong, index) => ({ id: `s${index}`, level: index % 3, wrong: isWrong }));
        const tests = symbols.map(({ id }) => ({
          file: `${id}.it.ts`,
          kind: 'integration' as const,
          symbols: [id],
          cases: [{ calls: [id] }],
        }));
        const world = createWorld(symbols, tests, [
          {
            kind: 'module',
            afterLevel: Math.max(...symbols.map(({ level }) => level)),
            symbols: symbols.map(({ id }) => id),
          },
        ]);
        const { verdicts } = await world.judge();
        expect(verdicts).toEqual(
          Object.fromEntries(symbols.map((symbol) => [symbol.id, symbol.wrong ? 'failed' : 'passed'])),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('names the wrong symbol deep in a chain of calls, by the cases that pass and fail', async () => {
    const depth = fc
      .integer({ min: 2, max: 8 })
      .chain((count) => fc.record({ count: fc.constant(count), culprit: fc.nat(count - 1) }));
    await fc.assert(
      fc.asyncProperty(depth, async ({ count, culprit }) => {
        const ids = Array.from({ length: count }, (_, index) => `s${index}`);
        const symbols = ids.map((id, index) => ({
          id,
          level: index,
          needs: ids.slice(0, index),
          wrong: index === culprit,
        }));
        // One case for every entry: whoever calls the culprit fails, whoever stays below it passes.
        const cases = ids.map((_, index) => ({ calls: ids.slice(0, index + 1).toReversed() }));
        const tests = [{ file: 'all.it.ts', kind: 'integration' as const, symbols: ids, cases }];
        const world = createWorld(symbols, tests, [{ kind: 'module', afterLevel: count - 1, symbols: ids }]);
        const { outcome } = await world.judge();
        expect(outcome.atoms.filter((atom) => atom.verdict === 'failed').map((atom) => atom.symbol)).toEqual([
          ids[culprit],
        ]);
      }),
      { numRuns: 60 },
    );
  });
});
