import { describe, expect, it } from 'vitest';
import type { SymbolState } from '#domain/build/symbol-state.ts';
import { requireBuild } from '#domain/build/require-build.ts';
import { createLearn } from '#engine/review/create-learn.ts';
import type { Learned } from '#ports/pattern-store.ts';
import { withBuild, withSymbol } from '#test/support/build-steps.ts';
import { ROUND, SPLIT, threadedWorld } from '#test/support/reviewed-world.ts';
import { tinyAnalyse } from '#test/support/tiny-analyse.ts';
import { SPLIT as SPLIT_TEXT } from '#test/support/tiny-project.ts';

/** What a run teaches whose people decided so about `splitEqually`; the rest was decided by nobody. */
async function learnFrom(decided: Partial<SymbolState>, feedback = '') {
  const world = await threadedWorld();
  const earlier = SPLIT_TEXT.replace('[share]', '[share, share]');
  const sha = world.tree.seed('mge-candidates/1', { 'src/split.ts': earlier });
  const batch = { number: 1, key: 'k', symbols: [SPLIT], sha, workflowRunId: 1, state: 'collected' as const, tries: 1 };
  const run = withSymbol(withBuild(world.run, { batches: [batch] }), SPLIT, { progress: 'validated', ...decided });
  const thread = run.review?.threads[SPLIT];
  if (run.review === null || thread === undefined) throw new Error('the world has a thread for it');
  const review = { ...run.review, threads: { ...run.review.threads, [SPLIT]: { ...thread, feedback } } };
  const kept: { installation: number; key: string; learned: Learned }[] = [];
  const patterns = {
    remember: (installation: number, key: string, learned: Learned) =>
      Promise.resolve(void kept.push({ installation, key, learned })),
    of: () => Promise.resolve([]),
  };
  const perform = createLearn({ blobs: world.blobs, sourceTree: world.tree, analyse: tinyAnalyse, patterns });
  const event = await perform({ ...run, review }, { type: 'learn', key: 'learn' });
  expect(event).toEqual({ type: 'effect-done', effect: 'learn' });
  expect(requireBuild(run).symbols[ROUND]?.decision).toBeNull();
  return { kept, run };
}

describe('what a run teaches later ones', () => {
  it.each(['approved', 'edited'] as const)('keeps a piece that was %s, as code to follow', async (decision) => {
    const { kept, run } = await learnFrom({ decision });
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({
      installation: run.repository.installationId,
      learned: { path: 'src/split.ts', name: 'splitEqually', outcome: decision, feedback: '' },
    });
    expect(kept[0]?.learned.text).toContain('return [share];');
  });

  it('keeps what was sent back with the reason, beside what took its place, under keys that stay the same', async () => {
    const { kept } = await learnFrom({ decision: 'regenerated' }, 'One share is enough.');
    expect(kept.map(({ learned }) => [learned.outcome, learned.feedback])).toEqual([
      ['approved', ''],
      ['regenerated', 'One share is enough.'],
    ]);
    expect(kept[1]?.learned.text).toContain('[share, share]');
    expect(new Set(kept.map(({ key }) => key)).size).toBe(2);
    expect(kept.map(({ key }) => key)).toEqual(
      (await learnFrom({ decision: 'regenerated' })).kept.map(({ key }) => key),
    );
  });

  it('learns nothing from what nobody decided, nor from a stub', async () => {
    expect((await learnFrom({ decision: null })).kept).toEqual([]);
    expect((await learnFrom({ decision: 'approved', progress: 'flagged' })).kept).toEqual([]);
  });
});
