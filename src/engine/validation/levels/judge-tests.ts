import { createEvidence } from '#domain/verdict/create-evidence.ts';
import type { ManifestTest } from '#domain/verdict/manifest.ts';
import { liveCandidates, type BatchSession, type LevelStage } from '#engine/validation/batch-session.ts';
import { caseEvidence } from '#engine/validation/blaming/case-evidence.ts';
import { blameCase } from '#engine/validation/blaming/blame-case.ts';
import { findCulpritOnStage } from '#engine/validation/blaming/find-culprit-on-stage.ts';
import { isFailing, type JudgedCase } from '#engine/validation/levels/judge-run.ts';
import type { TestFilesRun } from '#engine/validation/running/run-test-files.ts';
import { runOnStage } from '#engine/validation/running/run-on-stage.ts';

export interface TestJudgement {
  readonly session: BatchSession;
  readonly stage: LevelStage;
  /** Name of the check in the verdicts: `unit`, `integration`, `component`, `system`. */
  readonly check: string;
  readonly tests: readonly ManifestTest[];
  /** A run of all the tests on this very tree, if there was one already. */
  readonly first?: TestFilesRun | undefined;
  /** Which live candidates may be blamed for a failing case of a test file, dependencies first. */
  readonly suspects: (test: ManifestTest, live: readonly string[]) => readonly string[];
  /** Which symbols that were settled before may be as well, nearest to the test first. */
  readonly further?: (test: ManifestTest) => readonly string[];
}

/**
 * Runs tests on the tree of a stage until none fails: the culprit of a failing case fails and becomes a stub, and what
 * failed runs again. A case nobody can be blamed for becomes evidence of the level. Returns the last outcome of every case.
 */
export async function judgeTests(judgement: TestJudgement): Promise<readonly JudgedCase[]> {
  const { session, stage } = judgement;
  const latest = new Map<string, readonly JudgedCase[]>();
  const settled = new Set<string>();
  const failedAtFirst = session.book.failed.size;
  const files = judgement.tests.map((test) => test.file);
  const first = judgement.first ?? (await runOnStage(session, stage, { files }));
  for (const one of first.flaky) noteFlaky(one, judgement);
  for (const { file } of judgement.tests) {
    const cases = first.cases.filter((one) => one.file === file);
    latest.set(file, cases);
  }

  for (const { file } of judgement.tests) {
    let failedThen = failedAtFirst;
    for (
      let target = unsettled(latest.get(file), settled);
      target !== undefined;
      target = unsettled(latest.get(file), settled)
    ) {
      if (session.expired()) break;
      if (failedThen === session.book.failed.size)
        await settle(target, [...latest.values()].flat(), judgement, settled);
      // Since it ran, some symbol became a stub: the file may have nothing more to say than "skipped".
      if (failedThen === session.book.failed.size) continue;
      failedThen = session.book.failed.size;
      latest.set(file, (await runOnStage(session, stage, { files: [file] })).cases);
    }
  }
  const cases = [...latest.values()].flat();
  for (const one of cases) session.tests.set(one.key, resultOf(one, judgement.tests));
  for (const one of cases)
    if (isFailing(one) && settled.has(one.key)) stage.evidence.push(caseEvidence(one, judgement.check));
  for (const { file, symbols } of judgement.tests) doubtUnproved(latest.get(file) ?? [], symbols, judgement);
  return cases;
}

/** A file that fails without a culprit, and in which nothing passes (it cannot be loaded, say), proves nothing of what it reaches. */
function doubtUnproved(
  cases: readonly JudgedCase[],
  symbols: readonly string[],
  { session: { facts, book }, check }: TestJudgement,
): void {
  const failing = cases.find(isFailing);
  if (failing === undefined || cases.some((one) => one.outcome === 'passed')) return;
  for (const id of facts.closure(symbols)) if (!book.isFailed(id)) book.doubt(id, check, caseEvidence(failing, check));
}

function unsettled(cases: readonly JudgedCase[] | undefined, settled: ReadonlySet<string>): JudgedCase | undefined {
  return cases?.find((one) => isFailing(one) && !settled.has(one.key));
}

/** Fails the culprit of a failing case, or settles the case when there is none to name. */
async function settle(
  target: JudgedCase,
  cases: readonly JudgedCase[],
  judgement: TestJudgement,
  settled: Set<string>,
): Promise<void> {
  const { session, stage, check } = judgement;
  const test = judgement.tests.find((one) => one.file === target.file);
  const further = test === undefined || session.searched.has(target.key) ? [] : (judgement.further?.(test) ?? []);
  if (further.length > 0) session.searched.add(target.key);
  const answer = await findCulpritOnStage({
    session,
    stage,
    target,
    cases,
    suspects: test === undefined ? [] : judgement.suspects(test, liveCandidates(session, stage)),
    further,
    tested: test?.symbols ?? [],
  });
  session.say(`${check}: "${target.name}" ${target.outcome}: ${answer.kind === 'found' ? answer.symbol : answer.kind}`);
  if (answer.kind !== 'found') settled.add(target.key);
  else blameCase({ session, symbol: answer.symbol, target, evidence: caseEvidence(target, check) });
}

function noteFlaky(one: JudgedCase, { stage, check }: TestJudgement): void {
  const message = `flaky: "${one.name}" failed among other tests and passed alone`;
  stage.evidence.push(createEvidence({ check, message, file: one.file, line: one.line, detail: one.message }));
}

function resultOf(one: JudgedCase, tests: readonly ManifestTest[]) {
  const symbols = tests.find((test) => test.file === one.file)?.symbols ?? [];
  return { file: one.file, name: one.name.slice(0, 500), outcome: one.outcome, symbols };
}
