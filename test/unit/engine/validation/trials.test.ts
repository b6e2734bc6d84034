import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Manifest } from '#domain/verdict/manifest.ts';
import type { ManifestComparison, ManifestMutant } from '#domain/verdict/manifest-trials.ts';
import { packTrials } from '#engine/validation/trials/pack-trials.ts';
import type {
  ComparisonQuestion,
  ComparisonRun,
  TestCase,
  Toolchain,
  Workspace,
} from '#engine/validation/toolchain.ts';
import { validateBatch } from '#engine/validation/validate-batch.ts';

const NAMES = ['add', 'sub', 'mul'] as const;
const TEXT = 'right-A-B-C';

/** Three functions, a file and a test file each; a test passes while its function's text holds the words that it looks for. */
function createWorld(options: {
  readonly looksFor?: Readonly<Record<string, readonly string[]>>;
  readonly mutants?: readonly ManifestMutant[];
  readonly comparisons?: readonly ManifestComparison[];
  readonly run?: ComparisonRun;
  readonly elapsed?: () => number;
  readonly oneTest?: boolean;
}) {
  const files = new Map(NAMES.map((name) => [`${name}.ts`, TEXT]));
  const seen: string[][] = [];
  const asked: { question: ComparisonQuestion; text: string }[] = [];
  const workspace: Workspace = {
    read: (file) => Promise.resolve(files.get(file) ?? null),
    write: (file, text) => Promise.resolve(void files.set(file, text)),
  };
  const testFiles = options.oneTest === true ? ['all.test.ts'] : NAMES.map((name) => `${name}.test.ts`);
  const namesOf = (file: string): readonly string[] =>
    file === 'all.test.ts' ? NAMES : [file.replace('.test.ts', '')];
  const caseOf = (file: string, name: string): TestCase => {
    const text = files.get(`${name}.ts`) ?? '';
    const words = options.looksFor?.[name] ?? ['A', 'B', 'C'];
    const stubbed = text.startsWith('stub');
    const outcome = !stubbed && words.every((word) => text.includes(word)) ? 'passed' : 'failed';
    return {
      file,
      name,
      outcome,
      message: stubbed ? `mge: not generated yet: ${name}` : 'wrong',
      detail: '',
      line: null,
    };
  };
  const toolchain: Toolchain = {
    name: 'world',
    version: '1',
    typecheck: () => Promise.resolve({ typed: true, passed: true, diagnostics: [], problem: null }),
    runTests(wanted) {
      seen.push([...files.values()]);
      const cases = wanted.flatMap((file) => namesOf(file).map((name) => caseOf(file, name)));
      return Promise.resolve({ cases, unfinished: [], killedBy: null, output: '' });
    },
    compare(question) {
      asked.push({ question, text: files.get('add.ts') ?? '' });
      return Promise.resolve(options.run ?? { differences: [], inputs: new Map(), skipped: new Map() });
    },
    runCommand: () => Promise.reject(new Error('no command is set')),
  };
  const manifest = Manifest.parse({
    version: 1,
    run: 'r',
    batch: 0,
    key: 'k',
    levels: [0],
    needs: [],
    boundaries: [],
    toolchain: 'auto',
    symbols: NAMES.map((id) => {
      const stub = { start: 0, end: TEXT.length, text: `stub ${id}` };
      return { id, file: `${id}.ts`, level: 0, state: 'candidate', stub };
    }),
    atoms: NAMES.map((id) => {
      return { id: `${id}#`, symbol: id, file: `${id}.ts`, ranges: [[0, TEXT.length]], startLine: 1, endLine: 1 };
    }),
    tests: testFiles.map((file) => ({ file, kind: 'unit', symbols: namesOf(file) })),
    mutants: options.mutants ?? [],
    comparisons: options.comparisons ?? [],
    commands: { install: null, typecheck: null, test: null, build: null },
    limits: { jobSeconds: 60, memoryMb: 512 },
  });
  const elapsed = options.elapsed ?? (() => 0);
  const judge = () =>
    validateBatch(manifest, { toolchain, workspace, expired: () => false, elapsed, say: () => undefined });
  return { judge, files, seen, asked };
}

/** A fault that takes one of the words away. */
function without(symbol: string, word: string): ManifestMutant {
  const start = TEXT.indexOf(word);
  return { symbol, file: `${symbol}.ts`, kind: 'wrong-text', line: 1, edit: { start, end: start + 1, text: 'x' } };
}

const compared = (symbol: string, intended: boolean): ManifestComparison => ({
  symbol,
  file: `${symbol}.ts`,
  name: symbol,
  key: symbol,
  intended,
  previous: 'earlier',
  place: { start: 0, end: 5 },
  overlay: { start: 0, end: 5, text: 'both' },
  literals: [],
});

const strengthCheck = (atoms: Awaited<ReturnType<ReturnType<typeof createWorld>['judge']>>['atoms'], symbol: string) =>
  atoms.find((atom) => atom.symbol === symbol)?.checks.find((one) => one.check === 'strength');

describe('tests are tried with planted faults', () => {
  it('and what they notice and what they do not is counted for each symbol', async () => {
    const mutants = NAMES.flatMap((name) => ['A', 'B', 'C'].map((word) => without(name, word)));
    const world = createWorld({ mutants, looksFor: { sub: ['A'], mul: [] } });
    const { strength, atoms } = await world.judge();
    expect(strength.symbols.map((one) => [one.symbol, one.planted, one.noticed])).toEqual([
      ['add', 3, 3],
      ['sub', 3, 1],
      ['mul', 3, 0],
    ]);
    expect(strength.symbols[1]?.survivors.map((one) => one.was)).toEqual(['B', 'C']);
    expect(atoms.map((atom) => atom.verdict)).toEqual(['passed', 'passed', 'passed']);
    expect(strengthCheck(atoms, 'sub')?.outcome).toBe('passed');
  });

  it('a symbol whose tests notice none is untested: said with its evidence, never failed', async () => {
    const world = createWorld({ mutants: [without('mul', 'A'), without('mul', 'B')], looksFor: { mul: [] } });
    const check = strengthCheck((await world.judge()).atoms, 'mul');
    expect(check?.outcome).toBe('not-executed');
    expect(check?.evidence?.message).toContain('none of 2 planted faults');
    expect(check?.evidence?.message).toContain('"A" → "x"');
  });

  it('faults of symbols with tests of their own stand together in one tree, for two processes', async () => {
    const world = createWorld({
      mutants: NAMES.map((name) => without(name, 'A')),
      looksFor: { add: [], sub: [], mul: [] },
    });
    await world.judge();
    const planted = world.seen.filter((texts) => texts.some((text) => text.includes('x')));
    expect(planted.map((texts) => texts.every((text) => text.includes('x')))).toEqual([true, true]);
  });

  it('the tree is left as the candidates are', async () => {
    const world = createWorld({ mutants: NAMES.map((name) => without(name, 'A')) });
    await world.judge();
    expect([...world.files.values()]).toEqual([TEXT, TEXT, TEXT]);
  });

  it('nothing is planted in what failed, and nothing is tried when its share of the time is used', async () => {
    const failing = createWorld({ mutants: [without('add', 'A')], looksFor: { add: ['missing'] } });
    expect((await failing.judge()).strength.symbols).toEqual([]);
    let now = 0;
    const slow = createWorld({
      mutants: NAMES.map((name) => without(name, 'A')),
      oneTest: true,
      elapsed: () => (now += 2),
    });
    expect((await slow.judge()).strength.symbols).toHaveLength(1);
  });

  it('no test file ever has to notice two faults at once, no fault is lost, and first ones come first', () => {
    const anyTrial = fc.record({
      symbol: fc.constantFrom('a', 'b', 'c', 'd'),
      files: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(anyTrial, { maxLength: 30 }), (trials) => {
        const made = trials.map(({ symbol, files }) => ({ mutant: without(symbol, 'A'), files }));
        const batches = packTrials(made);
        for (const batch of batches) {
          const files = batch.flatMap((trial) => trial.files);
          expect(new Set(files).size).toBe(files.length);
        }
        expect(batches.flat().length).toBe(made.filter((trial) => trial.files.length > 0).length);
        const order = batches.flat().map((trial) => trial.mutant);
        expect(new Set(order).size).toBe(order.length);
      }),
    );
  });
});

describe('functions that stood here before are run beside what they were', () => {
  const difference = { target: 0, recorded: true, input: '2, 3', was: '5', now: '6' };

  it('with both versions in the tree, and the tree as it was afterwards', async () => {
    const world = createWorld({ comparisons: [compared('add', false)] });
    await world.judge();
    expect(world.asked).toHaveLength(1);
    expect(world.asked[0]?.text).toBe(`both${TEXT.slice(5)}`);
    expect(world.asked[0]?.question.tests).toEqual(['add.test.ts']);
    expect(world.files.get('add.ts')).toBe(TEXT);
  });

  it('a difference fails the symbol, with the input and both results', async () => {
    const run = { differences: [difference], inputs: new Map([[0, 40]]), skipped: new Map() };
    const { atoms, behaviour } = await createWorld({ comparisons: [compared('add', false)], run }).judge();
    const [atom] = atoms;
    expect(atom?.verdict).toBe('failed');
    expect(atom?.checks.find((one) => one.check === 'behaviour')?.evidence?.message).toContain(
      'for input 2, 3 it was 5, it is 6',
    );
    expect(behaviour.compared).toEqual([{ symbol: 'add', name: 'add', inputs: 40 }]);
  });

  it('a difference that the plan means is told, and fails nothing', async () => {
    const run = { differences: [difference], inputs: new Map([[0, 40]]), skipped: new Map() };
    const { atoms, behaviour } = await createWorld({ comparisons: [compared('add', true)], run }).judge();
    expect(atoms[0]?.verdict).toBe('passed');
    expect(behaviour.differences).toMatchObject([{ intended: true, was: '5', now: '6' }]);
  });

  it('what cannot be compared is said and proves nothing', async () => {
    const run = { differences: [], inputs: new Map(), skipped: new Map([[0, 'nothing called it']]) };
    const { atoms, behaviour } = await createWorld({ comparisons: [compared('add', false)], run }).judge();
    expect(behaviour.skipped).toEqual([{ symbol: 'add', name: 'add', reason: 'nothing called it' }]);
    expect(atoms[0]?.checks.find((one) => one.check === 'behaviour')?.outcome).toBe('not-executed');
    expect(atoms[0]?.verdict).toBe('passed');
  });

  it('nothing is asked where nothing stood before', async () => {
    const world = createWorld({});
    await world.judge();
    expect(world.asked).toEqual([]);
  });
});
