import { requireBuild } from '#domain/build/require-build.ts';
import type { FailedCheck } from '#domain/build/symbol-state.ts';
import type { Run } from '#domain/run/run.ts';
import { createCommitLevels } from '#engine/execution/committing/create-commit-levels.ts';
import { withAllSymbols, withBuild, withSymbol } from '#test/support/build-steps.ts';
import { tinyAnalyse } from '#test/support/tiny-analyse.ts';
import { builtWorld, ofType, type TinyWorld } from '#test/support/tiny-project.ts';

export const ROUND = 'src.cents.roundHalfUp';
export const SPLIT = 'src.split.splitEqually';

export const roundingFailed: FailedCheck = {
  check: 'unit',
  message: 'expected 2, got 1',
  file: 'test/cents.test.ts',
  line: 3,
  detail: 'check(roundHalfUp(1.5) === 2)',
  fingerprint: 'f',
};

/** A run whose two levels stand on the branch: rounding failed three times and is a stub, the rest passed. */
export async function reviewedWorld(): Promise<TinyWorld> {
  const world = await builtWorld();
  const perform = createCommitLevels({ blobs: world.blobs, sourceTree: world.tree, analyse: tinyAnalyse });
  const checks = { passed: 3, failed: 0, notExecuted: 0 };
  let run: Run = withAllSymbols(world.run, { progress: 'validated', uncommitted: false, checks });
  run = withSymbol(run, ROUND, {
    progress: 'flagged',
    attempts: 3,
    failure: roundingFailed,
    checks: { passed: 2, failed: 1, notExecuted: 0 },
  });
  run = withSymbol(run, SPLIT, { progress: 'unproved', attempts: 2, checks: { passed: 2, failed: 0, notExecuted: 1 } });
  for (const level of [0, 1]) {
    const event = ofType(
      await perform(run, { type: 'commit-levels', key: `commit-levels/${level}`, first: level, last: level }),
      'levels-committed',
    );
    run = withBuild(run, { head: event.sha, committedLevels: level + 1 });
  }
  const suite = { passed: 5, failed: 0, skipped: 1 };
  const review = { selected: [ROUND, SPLIT], threads: {}, posted: false };
  const discovery = { ...run.discovery, summary: 'Splits bills to the cent.' };
  run = { ...withBuild(run, { suite, sandbox: 'bubblewrap' }), stage: 'reviewing', pullRequest: 2, review, discovery };
  return { ...world, run };
}

/** The same, with an open thread for each question. */
export async function threadedWorld(): Promise<TinyWorld> {
  const world = await reviewedWorld();
  const thread = (symbol: string, commentId: number) => {
    const atom = Object.values(requireBuild(world.run).atoms).find((each) => each.symbol === symbol)?.id ?? '';
    return { symbol, atom, commentId, state: 'open' as const, decision: null, by: null, feedback: '' };
  };
  const threads = { [ROUND]: thread(ROUND, 100), [SPLIT]: thread(SPLIT, 101) };
  return { ...world, run: { ...world.run, review: { selected: [ROUND, SPLIT], threads, posted: true } } };
}
