import { describe, expect, it } from 'vitest';
import { createAnalyseProject } from '#engine/execution/laying-out/create-analyse-project.ts';
import { createCommitLevels } from '#engine/execution/committing/create-commit-levels.ts';
import { withAllSymbols, withBuild } from '#test/support/build-steps.ts';
import { tinyAnalyse } from '#test/support/tiny-analyse.ts';
import { builtWorld, DRAFTS, languageOf, ofType, SPLIT, type TinyWorld } from '#test/support/tiny-project.ts';

const ROUND = 'src.cents.roundHalfUp';

/** A run whose levels stand on the branch, and whose plan was then revised: T1 is kept, T2 is written otherwise or left out. */
async function revised(split: string | null): Promise<TinyWorld> {
  const world = await builtWorld();
  const commit = createCommitLevels({ blobs: world.blobs, sourceTree: world.tree, analyse: tinyAnalyse });
  let run = withAllSymbols(world.run, { progress: 'validated', uncommitted: false });
  for (const level of [0, 1]) {
    const event = await commit(run, { type: 'commit-levels', key: `${level}`, first: level, last: level });
    run = withBuild(run, { head: ofType(event, 'levels-committed').sha, committedLevels: level + 1 });
  }
  const draft = { ...DRAFTS['T2'], files: [{ path: 'src/split.ts', content: split ?? SPLIT }] };
  const blob = await world.blobs.put(JSON.stringify(draft));
  const tasks = (run.plan?.tasks ?? []).map((task) =>
    task.id === 'T1' ? { ...task, kept: true } : { ...task, draft: blob, included: split !== null },
  );
  const plan = run.plan === null ? null : { ...run.plan, tasks, revision: 2 };
  return { ...world, run: { ...run, plan, stage: 'analysing' } };
}

async function analysed({ run, blobs, tree }: TinyWorld) {
  const perform = createAnalyseProject({ blobs, sourceTree: tree, analyse: tinyAnalyse, languageOf });
  return ofType(await perform(run, { type: 'analyse-project', key: 'again' }), 'project-analysed');
}

describe('analysing a plan that was revised while it was built', () => {
  it('keeps the verdicts of what it does not touch, below what is judged anew', async () => {
    const world = await revised(SPLIT.replace('[share]', '[share, share]'));
    const event = await analysed(world);
    const progress = new Map(event.symbols.map(({ id, progress: of }) => [id, of]));
    expect(progress.get(ROUND)).toBe('validated');
    expect(progress.get('src.split.splitEqually')).toBe('candidate');
    expect(event.levels[0]).toContain(ROUND);
    expect(event.levels.flat().toSorted()).toEqual([...progress.keys()].toSorted());
    expect(event.branch).toBe(world.run.build?.branch);
    expect(event.dropped).toEqual({});
  });

  it('judges again what needs a piece that changed', async () => {
    const world = await revised(SPLIT);
    const tasks = (world.run.plan?.tasks ?? []).map((task) => ({ ...task, kept: task.id === 'T2' }));
    const changed = DRAFTS['T1']?.files.map((file) => ({ ...file, content: file.content.replace('0.5', '0.49') }));
    const draft = await world.blobs.put(JSON.stringify({ ...DRAFTS['T1'], files: changed }));
    const plan = { ...world.run.plan, tasks: tasks.map((task) => (task.id === 'T2' ? task : { ...task, draft })) };
    const event = await analysed({ ...world, run: { ...world.run, plan: { ...requirePlan(world), ...plan } } });
    const states = new Map(event.symbols.map((symbol) => [symbol.id, symbol.progress]));
    expect(states.get(ROUND)).toBe('candidate');
    expect(states.get('src.split.splitEqually')).toBe('candidate');
    expect(states.get('src.cents.isWhole')).toBe('validated');
  });

  it('takes dropped files off the branch with its first level, and checks what is left once', async () => {
    const world = await revised(null);
    const event = await analysed(world);
    expect(Object.keys(event.dropped ?? {}).toSorted()).toEqual(['src/split.ts', 'test/split.test.ts']);
    expect(event.symbols.some(({ progress }) => progress === 'candidate')).toBe(true);
    const build = { ...withBuild(world.run, {}).build, ...event, committedLevels: 0 };
    const symbols = Object.fromEntries(
      event.symbols.map((each) => [each.id, { ...each, progress: 'validated' as const }]),
    );
    const atoms = Object.fromEntries(event.atoms.map((atom) => [atom.id, atom]));
    const head = world.run.build?.head ?? '';
    const run = withBuild(world.run, { ...build, symbols, atoms, head });
    const commit = createCommitLevels({ blobs: world.blobs, sourceTree: world.tree, analyse: tinyAnalyse });
    const committed = ofType(
      await commit(run, { type: 'commit-levels', key: 'c', first: 0, last: 0 }),
      'levels-committed',
    );
    expect(Object.keys(world.tree.files(committed.sha)).toSorted()).toEqual([
      'README.md',
      'package.json',
      'src/cents.ts',
      'test/cents.test.ts',
    ]);
  });
});

function requirePlan({ run }: TinyWorld) {
  if (run.plan === null) throw new Error('no plan');
  return run.plan;
}
