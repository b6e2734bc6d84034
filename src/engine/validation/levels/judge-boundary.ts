import type { BoundaryKind, ManifestBoundary } from '#domain/verdict/manifest.ts';
import { liveCandidates, type BatchSession, type LevelStage } from '#engine/validation/batch-session.ts';
import { checkBoundary } from '#engine/validation/levels/check-boundary.ts';
import { judgeTests } from '#engine/validation/levels/judge-tests.ts';
import type { JudgedCase } from '#engine/validation/levels/judge-run.ts';

/** Name of the check that a boundary adds to its symbols' verdicts. */
const CHECK_OF: Readonly<Record<BoundaryKind, string>> = {
  module: 'integration',
  component: 'component',
  system: 'system',
};

/** Levels 2 to 4 of the validation: tests of a module or component, or the whole suite, with the culprits bisected. */
export async function judgeBoundary(
  session: BatchSession,
  stage: LevelStage,
  boundary: ManifestBoundary,
): Promise<void> {
  const { facts } = session;
  const check = CHECK_OF[boundary.kind];
  const inside = new Set(boundary.symbols);
  const system = boundary.kind === 'system';
  const live = new Set(liveCandidates(session, stage));
  const isSuspect = (id: string): boolean =>
    facts.symbol(id)?.suspect === true && facts.symbol(id)?.stub !== null && !session.book.isFailed(id);
  const isNews = (symbols: readonly string[]): boolean => [...facts.closure(symbols)].some((id) => live.has(id));
  const tests = facts.manifest.tests.filter(
    (test) =>
      system ||
      (test.kind === 'integration' &&
        facts.levelOf(test) <= stage.level &&
        test.symbols.some((id) => inside.has(id)) &&
        // What was settled before and reaches nothing new has nothing new to say.
        isNews(test.symbols)),
  );
  const cases = await judgeTests({
    session,
    stage,
    check,
    tests,
    suspects: (test, candidates) => {
      const reached = facts.closure(test.symbols);
      return test.symbols.length === 0 ? candidates : candidates.filter((id) => reached.has(id));
    },
    // What passed all by itself may be wrong in a way that only a test of more notices, the first time that it runs.
    further: (test) => (test.passed === true ? [] : [...facts.closure(test.symbols)].filter((id) => isSuspect(id))),
  });
  bookReached(session, stage, { check, tests, cases, inside: system ? null : inside });
  await checkBoundary(session, stage, { boundary, cases });
}

interface BoundaryOutcome {
  readonly check: string;
  readonly tests: readonly { readonly file: string; readonly symbols: readonly string[] }[];
  readonly cases: readonly JudgedCase[];
  /** The boundary's symbols; null: all. */
  readonly inside: ReadonlySet<string> | null;
}

function bookReached(session: BatchSession, stage: LevelStage, { check, tests, cases, inside }: BoundaryOutcome): void {
  const passed = new Set(cases.filter((one) => one.outcome === 'passed').map((one) => one.file));
  const reached = session.facts.closure(tests.filter((test) => passed.has(test.file)).flatMap((test) => test.symbols));
  for (const id of liveCandidates(session, stage)) {
    if (inside !== null && !inside.has(id)) continue;
    if (reached.has(id)) session.book.pass(id, check);
    else session.book.skip(id, check);
  }
}
