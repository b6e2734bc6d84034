import { describe, expect, it } from 'vitest';
import { requireBuild } from '#domain/build/require-build.ts';
import type { Run } from '#domain/run/run.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';
import { createCommitLevels } from '#engine/execution/committing/create-commit-levels.ts';
import { createCommitSymbols } from '#engine/execution/committing/create-commit-symbols.ts';
import { withAllSymbols, withBuild, withSymbol } from '#test/support/build-steps.ts';
import { tinyAnalyse } from '#test/support/tiny-analyse.ts';
import { builtWorld, ofType, type TinyWorld } from '#test/support/tiny-project.ts';

const ROUND = 'src.cents.roundHalfUp';
const SPLIT = 'src.split.splitEqually';
const BRANCH = 'mge/1-an-expense-sharing-ledger';

function portsOf({ blobs, tree }: TinyWorld) {
  return { blobs, sourceTree: tree, analyse: tinyAnalyse };
}

async function commitLevel(world: TinyWorld, run: Run, level: number): Promise<Run> {
  const perform = createCommitLevels(portsOf(world));
  const event = ofType(
    await perform(run, { type: 'commit-levels', key: `commit-levels/${level}`, first: level, last: level }),
    'levels-committed',
  );
  return withBuild(run, { head: event.sha, committedLevels: level + 1 });
}

describe('committing levels', () => {
  it('brings the skeleton first: everything of the plan, with stubs above level 0 and only the tests that can pass', async () => {
    const world = await builtWorld();
    const run = await commitLevel(world, withAllSymbols(world.run, { progress: 'validated' }), 0);
    const files = world.tree.files(requireBuild(run).head);
    expect(Object.keys(files).toSorted()).toEqual([
      'README.md',
      'package.json',
      'src/cents.ts',
      'src/split.ts',
      'test/cents.test.ts',
    ]);
    expect(files['src/cents.ts']).toContain('Math.floor(value + 0.5)');
    expect(files['src/split.ts']).toContain("{ throw new Error('mge: not generated yet: src.split.splitEqually'); }");
    expect(world.tree.branches.get(BRANCH)).toBe(requireBuild(run).head);
  });

  it('writes a history that reads like a careful engineer’s', async () => {
    const world = await builtWorld();
    let run = withAllSymbols(world.run, { progress: 'validated' });
    run = await commitLevel(world, run, 0);
    await commitLevel(world, run, 1);
    expect(world.tree.commits.map(({ request }) => request.message)).toMatchInlineSnapshot(`
      [
        "feat(cents): level 0 — skeleton, roundHalfUp, Cents, isWhole (4 atoms)

      Every file of the plan with its types and headers. What stands on a higher
      level is a stub that throws and says its name.

      - src/cents.ts: Cents, roundHalfUp, isWhole

      Tests:
      - test/cents.test.ts

      MGE-Run: acme/ledger#1
      MGE-Level: 0 of 1
      MGE-Atoms: src.cents.Cents#0, src.cents.roundHalfUp#1,
        src.cents.isWhole#2, src.split#0
      ",
        "feat(split): level 1 — splitEqually (1 atom)

      - src/split.ts: splitEqually

      Tests:
      - test/split.test.ts

      MGE-Run: acme/ledger#1
      MGE-Level: 1 of 1
      MGE-Atoms: src.split.splitEqually#1
      ",
      ]
    `);
    const dates = world.tree.commits.map(({ request }) => request.date.getTime());
    expect(dates.toSorted((left, right) => left - right)).toEqual(dates);
  });

  it('commits only the files that a level changes', async () => {
    const world = await builtWorld();
    let run = withAllSymbols(world.run, { progress: 'validated' });
    run = await commitLevel(world, run, 0);
    await commitLevel(world, run, 1);
    const paths = world.tree.commits.at(-1)?.request.changes.map((change) => change.path);
    expect(paths?.toSorted()).toEqual(['src/split.ts', 'test/split.test.ts']);
  });

  it('leaves a flagged symbol as a stub, and says so', async () => {
    const world = await builtWorld();
    const run = withSymbol(withAllSymbols(world.run, { progress: 'validated' }), ROUND, {
      progress: 'flagged',
      attempts: 3,
    });
    const committed = await commitLevel(world, run, 0);
    expect(world.tree.files(requireBuild(committed).head)['src/cents.ts']).toContain(
      'not generated yet: src.cents.roundHalfUp',
    );
    expect(world.tree.commits[0]?.request.message).toContain(
      'Left as stubs, for people to decide:\n- src/cents.ts: roundHalfUp',
    );
  });

  it('makes the same commit when it is performed again after a crash', async () => {
    const world = await builtWorld();
    const run = withAllSymbols(world.run, { progress: 'validated' });
    const first = await commitLevel(world, run, 0);
    const again = await commitLevel(world, run, 0);
    expect(requireBuild(again).head).toBe(requireBuild(first).head);
  });

  it('makes a commit for each of several levels, the same as one by one, and moves the branch once', async () => {
    const apart = await builtWorld();
    const run = withAllSymbols(apart.run, { progress: 'validated' });
    const oneByOne = await commitLevel(apart, await commitLevel(apart, run, 0), 1);
    const world = await builtWorld();
    const moves: string[] = [];
    const tree: SourceTree = {
      ...world.tree,
      moveBranch: (...move) => {
        moves.push(move[2]);
        return world.tree.moveBranch(...move);
      },
    };
    const perform = createCommitLevels({ ...portsOf(world), sourceTree: tree });
    const event = ofType(
      await perform(withAllSymbols(world.run, { progress: 'validated' }), {
        type: 'commit-levels',
        key: 'k',
        first: 0,
        last: 1,
      }),
      'levels-committed',
    );
    expect(event).toMatchObject({ first: 0, last: 1, sha: requireBuild(oneByOne).head });
    expect(world.tree.commits.map(({ request }) => request.message)).toEqual(
      apart.tree.commits.map(({ request }) => request.message),
    );
    expect(moves).toEqual([event.sha]);
  });

  it('makes no commit where a level changes nothing', async () => {
    const world = await builtWorld();
    let run = withSymbol(withAllSymbols(world.run, { progress: 'validated' }), SPLIT, { progress: 'flagged' });
    run = await commitLevel(world, run, 0);
    const project = requireBuild(run);
    const withoutTest = Object.fromEntries(
      Object.entries(project.files).filter(([path]) => path !== 'test/split.test.ts'),
    );
    const after = await commitLevel(world, withBuild(run, { files: withoutTest }), 1);
    expect(requireBuild(after).head).toBe(project.head);
    expect(world.tree.commits).toHaveLength(1);
  });
});

describe('committing symbols after their level', () => {
  async function finished() {
    const world = await builtWorld();
    let run = withAllSymbols(world.run, { progress: 'validated' });
    run = await commitLevel(world, run, 0);
    run = await commitLevel(world, run, 1);
    const better = (await world.blobs.get(requireBuild(run).files['src/cents.ts'] ?? '')).replace(
      'value + 0.5',
      'value + 1 / 2',
    );
    const files = { ...requireBuild(run).files, 'src/cents.ts': await world.blobs.put(better) };
    const analysis = requireBuild(run).analysis;
    const project = JSON.parse(await world.blobs.get(analysis));
    const shift = better.length - (await world.blobs.get(requireBuild(run).files['src/cents.ts'] ?? '')).length;
    for (const symbol of project.symbols) {
      if (symbol.file !== 'src/cents.ts') continue;
      if (symbol.id === ROUND)
        Object.assign(symbol, { end: symbol.end + shift, stub: { ...symbol.stub, end: symbol.stub.end + shift } });
      if (symbol.id === 'src.cents.isWhole') {
        Object.assign(symbol, { start: symbol.start + shift, end: symbol.end + shift });
        Object.assign(symbol.stub, { start: symbol.stub.start + shift, end: symbol.stub.end + shift });
      }
    }
    return { world, run: withBuild(run, { files, analysis: await world.blobs.put(JSON.stringify(project)) }) };
  }

  it('commits what a reviewer asked for, with their decision in a trailer', async () => {
    const { world, run } = await finished();
    const thread = {
      symbol: ROUND,
      atom: `${ROUND}#1`,
      commentId: 9,
      state: 'regenerating' as const,
      decision: 'regenerated' as const,
      by: 'grace',
      feedback: 'no magic\nnumbers @ada',
    };
    const reviewed = {
      ...withSymbol(run, ROUND, { decision: 'regenerated' }),
      review: { selected: [ROUND], threads: { [ROUND]: thread }, posted: true },
    };
    const perform = createCommitSymbols(portsOf(world));
    const event = ofType(
      await perform(reviewed, { type: 'commit-symbols', key: 'k', symbols: [ROUND], reason: 'regenerate' }),
      'symbols-committed',
    );
    expect(world.tree.files(event.sha)['src/cents.ts']).toContain('value + 1 / 2');
    const { message } = world.tree.commits.at(-1)?.request ?? { message: '' };
    expect(message).toMatchInlineSnapshot(`
      "refactor(cents): rewrite roundHalfUp

      Rewritten as a reviewer asked, and validated again.

      - src/cents.ts: roundHalfUp

      MGE-Run: acme/ledger#1
      MGE-Decision: regenerated by grace: no magic numbers ada
      MGE-Atoms: src.cents.roundHalfUp#1
      "
    `);
  });

  it('keeps the branch’s own text of a symbol whose newest text is still being judged', async () => {
    const { world, run } = await finished();
    const judged = withSymbol(withSymbol(run, ROUND, { progress: 'candidate' }), 'src.cents.isWhole', {
      decision: 'regenerated',
    });
    const perform = createCommitSymbols(portsOf(world));
    const event = ofType(
      await perform(judged, { type: 'commit-symbols', key: 'k', symbols: ['src.cents.isWhole'], reason: 'regenerate' }),
      'symbols-committed',
    );
    expect(event.sha).toBe(requireBuild(run).head);
    expect(world.tree.files(event.sha)['src/cents.ts']).toContain('value + 0.5');
  });
});
