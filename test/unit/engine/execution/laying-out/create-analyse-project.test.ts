import { describe, expect, it } from 'vitest';
import { readProject } from '#domain/build/read-project.ts';
import { createAnalyseProject } from '#engine/execution/laying-out/create-analyse-project.ts';
import { tinyAnalyse } from '#test/support/tiny-analyse.ts';
import { builtWorld, CENTS, DRAFTS, draftedWorld, languageOf, ofType } from '#test/support/tiny-project.ts';

async function analysed(files?: Record<string, string>) {
  const { run, blobs, tree } = await draftedWorld(files);
  const perform = createAnalyseProject({ blobs, sourceTree: tree, analyse: tinyAnalyse, languageOf });
  const event = ofType(await perform(run, { type: 'analyse-project', key: 'k' }), 'project-analysed');
  return { event, tree, project: readProject(await blobs.get(event.analysis)) };
}

describe('analysing the drafts of a run', () => {
  it('lays the symbols out in levels, with the tests beside them', async () => {
    const { event, project } = await analysed();
    expect(event.levels.map((level) => level.toSorted())).toEqual([
      ['src.cents.Cents', 'src.cents.isWhole', 'src.cents.roundHalfUp', 'src.split'],
      ['src.split.splitEqually'],
    ]);
    expect(project.tests).toEqual([
      { file: 'test/cents.test.ts', kind: 'unit', task: 'T1', readable: true, symbols: ['src.cents.roundHalfUp'] },
      { file: 'test/split.test.ts', kind: 'unit', task: 'T2', readable: true, symbols: ['src.split.splitEqually'] },
    ]);
    expect(project.boundaries.at(-1)).toMatchObject({ kind: 'system', afterLevel: event.levels.length - 1 });
  });

  it('keeps plain files, names the branch after the issue, and counts who needs whom', async () => {
    const { event } = await analysed();
    expect(Object.keys(event.files).toSorted()).toEqual([
      'package.json',
      'src/cents.ts',
      'src/split.ts',
      'test/cents.test.ts',
      'test/split.test.ts',
    ]);
    expect(event.branch).toBe('mge/1-an-expense-sharing-ledger');
    const round = event.symbols.find((symbol) => symbol.id === 'src.cents.roundHalfUp');
    expect(round).toMatchObject({ task: 'T1', progress: 'candidate', attempts: 1, dependents: 1 });
    expect(event.atoms.filter((atom) => atom.symbol === 'src.cents.roundHalfUp').map((atom) => atom.root)).toEqual([
      true,
    ]);
  });

  it('leaves what stood before alone, and stubs a changed function with its old body', async () => {
    const old = CENTS.replace('value + 0.5', 'value');
    const { event, project } = await analysed({ 'src/cents.ts': old });
    const states = new Map(event.symbols.map((symbol) => [symbol.id, symbol.progress]));
    expect(states.get('src.cents.isWhole')).toBe('existing');
    expect(states.get('src.cents.roundHalfUp')).toBe('candidate');
    expect(event.levels.flat()).not.toContain('src.cents.isWhole');
    const changed = project.symbols.find((symbol) => symbol.id === 'src.cents.roundHalfUp');
    expect(changed?.stub?.text).toContain('return Math.floor(value);');
  });

  it('takes in the existing tests that import a written file', async () => {
    const test = "import { roundHalfUp } from '../src/cents.js';\n\ncheck(roundHalfUp(2) === 2);\n";
    const { project } = await analysed({
      'src/cents.ts': CENTS,
      'test/old.test.ts': test,
      'test/other.test.ts': 'check(true);\n',
    });
    expect(project.tests.map((each) => each.file)).toContain('test/old.test.ts');
    expect(project.tests.map((each) => each.file)).not.toContain('test/other.test.ts');
    expect(project.tests.find((each) => each.file === 'test/old.test.ts')?.symbols).toEqual(['src.cents.roundHalfUp']);
  });

  it('takes the next free branch name when an earlier run left its branch behind', async () => {
    const { run, blobs, tree } = await draftedWorld();
    tree.seed('mge/1-an-expense-sharing-ledger', {});
    const perform = createAnalyseProject({ blobs, sourceTree: tree, analyse: tinyAnalyse, languageOf });
    const event = ofType(await perform(run, { type: 'analyse-project', key: 'k' }), 'project-analysed');
    expect(event.branch).toBe('mge/1-an-expense-sharing-ledger-2');
  });

  it('lets the task that depends on the other win where both write a file', async () => {
    const rival = {
      ...DRAFTS,
      T2: {
        ...DRAFTS['T2'],
        files: [{ path: 'src/cents.ts', content: 'export type Cents = bigint;\n' }],
        tests: [],
        contracts: [],
        notes: '',
      },
    };
    const { run, blobs } = await builtWorld(undefined, rival);
    expect(await blobs.get(run.build?.files['src/cents.ts'] ?? '')).toBe('export type Cents = bigint;\n');
  });

  it('gives a project without source files one level, so that its files are committed', async () => {
    const drafts = { T1: { files: [{ path: 'README.md', content: 'hello\n' }], tests: [], contracts: [], notes: '' } };
    expect((await builtWorld(undefined, drafts)).run.build?.levels).toEqual([[]]);
  });
});
