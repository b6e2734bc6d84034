import type { ManifestTest } from '#domain/verdict/manifest.ts';
import type { BatchFacts } from '#engine/validation/batch-facts.ts';
import type { BatchSession, LevelStage } from '#engine/validation/batch-session.ts';
import { checkTree } from '#engine/validation/running/check-tree.ts';
import { judgeBehaviour } from '#engine/validation/trials/judge-behaviour.ts';
import { judgeTests } from '#engine/validation/levels/judge-tests.ts';
import { judgeTypes, type TypeVerdict } from '#engine/validation/levels/judge-types.ts';
import { runOnStage } from '#engine/validation/running/run-on-stage.ts';
import type { JudgedCase } from '#engine/validation/levels/judge-run.ts';
import type { TestFilesRun } from '#engine/validation/running/run-test-files.ts';

/** Level 1 of the validation: syntax, types and unit tests of a level's candidates. */
export async function judgeLevel(
  session: BatchSession,
  stage: LevelStage,
  files: readonly string[],
): Promise<TypeVerdict> {
  const { facts, book, tree } = session;
  const mine = facts.candidates.filter((symbol) => symbol.level === stage.level).map((symbol) => symbol.id);
  const tests = facts.manifest.tests.filter((test) => test.kind === 'unit' && concerns(test, stage.level, mine, facts));
  // Mostly the tree type-checks: its tests run meanwhile, and their outcome is used if it did.
  const failedBefore = book.failed.size;
  const standing = await tree.lay(new Set([...stage.stubbed, ...book.failed]));
  const testFiles = tests.map((test) => test.file);
  const [first] = await Promise.all([
    runOnStage(session, stage, { files: testFiles }),
    checkTree({ ...session, files }, standing),
  ]);
  const types = await judgeTypes({ ...session, stubbed: stage.stubbed, files });
  for (const id of mine) {
    // A complaint that is left speaks against nobody else: whoever it spoke against has failed.
    if (types.complete) book.pass(id, 'syntax');
    else book.skip(id, 'syntax');
    if (types.complete && types.typechecked !== null) book.pass(id, 'types');
    else book.skip(id, 'types');
  }
  const usable = book.failed.size === failedBefore ? first : undefined;
  await judgeUnitTests(session, stage, { mine, tests, first: usable });
  await judgeBehaviour(session, stage, mine);
  return types;
}

interface UnitTests {
  /** Candidates of the level. */
  readonly mine: readonly string[];
  readonly tests: readonly ManifestTest[];
  readonly first: TestFilesRun | undefined;
}

async function judgeUnitTests(
  session: BatchSession,
  stage: LevelStage,
  { mine, tests, first }: UnitTests,
): Promise<void> {
  const { facts, book } = session;
  const proved = new Set<string>();
  const exercised = facts.closure(facts.candidates.map(({ id }) => id).filter((id) => book.hasPassed(id, 'unit')));
  const cases = await judgeTests({
    session,
    stage,
    check: 'unit',
    tests,
    first,
    // What passing tests have reached is trusted; what none has may be the reason why its caller's tests fail.
    suspects: (test, live) => {
      const reached = facts.closure(test.symbols);
      return live.filter((id) => reached.has(id) && (test.symbols.includes(id) || !provedBefore(id)));
    },
  });
  for (const { file, symbols } of tests) {
    const own = cases.filter((one) => one.file === file);
    judgeSymbols(own, symbols, session, proved);
  }
  for (const id of mine) if (!book.isFailed(id) && !proved.has(id)) book.skip(id, 'unit');

  function provedBefore(id: string): boolean {
    return (facts.symbol(id)?.level ?? 0) < stage.level && exercised.has(id);
  }
}

/** A test of this level's candidates, or one of settled symbols that need them: those must still pass. */
function concerns(test: ManifestTest, level: number, mine: readonly string[], facts: BatchFacts): boolean {
  if (test.symbols.some((id) => mine.includes(id))) return facts.levelOf(test) === level;
  if (!test.symbols.every((id) => facts.symbol(id)?.state === 'settled')) return false;
  const reached = facts.closure(test.symbols);
  return mine.some((id) => reached.has(id));
}

/** Books a file's outcomes for its symbols: passed by a passing case; blocked by a failed symbol that it needs. */
function judgeSymbols(
  cases: readonly JudgedCase[],
  symbols: readonly string[],
  { facts, book }: BatchSession,
  proved: Set<string>,
): void {
  const pending = new Set(
    cases.flatMap((one) => (one.pending !== null && book.isFailed(one.pending) ? [one.pending] : [])),
  );
  for (const id of symbols) {
    if (book.isFailed(id)) continue;
    const needs = facts.closure([id]);
    const blocking = [...pending].find((other) => other !== id && needs.has(other));
    if (blocking !== undefined) book.block(id, blocking);
    else if (cases.some((one) => one.outcome === 'passed')) {
      // What it needs ran with it: helpers without a test of their own are tested through it.
      for (const reached of needs) {
        if (book.isFailed(reached)) continue;
        book.pass(reached, 'unit');
        proved.add(reached);
      }
    }
  }
}
