import { createEvidence } from '#domain/verdict/create-evidence.ts';
import type { ManifestMutant } from '#domain/verdict/manifest-trials.ts';
import { isUntested, TRIAL_LIMITS, type Survivor, type SymbolStrength } from '#domain/verdict/trial-results.ts';
import type { BatchSession, LevelStage } from '#engine/validation/batch-session.ts';
import { findTrialFiles } from '#engine/validation/trials/find-trial-files.ts';
import { isFailing } from '#engine/validation/levels/judge-run.ts';
import { packTrials, type Trial } from '#engine/validation/trials/pack-trials.ts';
import { runTrialFiles } from '#engine/validation/trials/run-trial-files.ts';

/** Name of the check in the verdicts: it never fails an atom, it says whether its tests can fail. */
export const STRENGTH_CHECK = 'strength';
const LEAST_SECONDS = 3;
const FILE_SECONDS = 5;
const HURRIED_FILE_SECONDS = 1;

/**
 * Tries the tests: plants faults in symbols that passed, several at a time where other tests reach each, and counts which
 * of them are noticed. Ends when its share of the job's time is used; what was not tried is not counted.
 */
export async function tryTests(session: BatchSession, stage: LevelStage, elapsed: () => number): Promise<void> {
  const { facts, book } = session;
  const judged = elapsed();
  const until = judged + Math.max(LEAST_SECONDS, judged * facts.manifest.limits.trialShare);
  const planted = facts.manifest.mutants.filter(
    ({ symbol }) => !book.isFailed(symbol) && book.hasPassed(symbol, 'unit'),
  );
  const found = new Map<string, { mutant: ManifestMutant; noticed: boolean }[]>();
  for (const batch of packTrials(planted.map((mutant) => ({ mutant, files: findTrialFiles(facts, mutant.symbol) })))) {
    if (session.expired() || elapsed() > until) break;
    for (const { mutant, noticed } of await runTrials(session, stage, batch))
      found.set(mutant.symbol, [...(found.get(mutant.symbol) ?? []), { mutant, noticed }]);
  }
  for (const [symbol, tried] of found) {
    const strength = strengthOf(session, symbol, tried);
    session.strength.push(strength);
    if (isUntested(strength)) book.skip(symbol, STRENGTH_CHECK, untestedEvidence(strength));
    else book.pass(symbol, STRENGTH_CHECK);
  }
  if (found.size > 0) session.say(summary(session.strength));
}

async function runTrials(session: BatchSession, stage: LevelStage, batch: readonly Trial[]) {
  const { toolchain, expired, tests } = session;
  const standing = await session.tree.lay(
    new Set([...stage.stubbed, ...session.book.failed]),
    batch.map(({ mutant }) => ({ file: mutant.file, edit: mutant.edit })),
  );
  const files = [...new Set(batch.flatMap((trial) => trial.files))];
  const cases = await runTrialFiles({ toolchain, files, seconds: trialSeconds(session), standing, expired });
  const failing = new Set(cases.filter(isFailing).map((one) => one.file));
  const passing = new Set(cases.filter((one) => one.outcome === 'passed').map((one) => one.key));
  const lost = [...tests].filter(
    ([key, one]) => one.outcome === 'passed' && files.includes(one.file) && !passing.has(key),
  );
  const noticing = new Set([...failing, ...lost.map(([, one]) => one.file)]);
  return batch.map((trial) => ({ mutant: trial.mutant, noticed: trial.files.some((file) => noticing.has(file)) }));
}

/** Processor time of one test file: all of them have passed in less, so what takes more hangs because of the fault. */
function trialSeconds({ facts, pace }: BatchSession): number {
  return Math.min(facts.manifest.limits.atomSeconds, pace.hurried ? HURRIED_FILE_SECONDS : FILE_SECONDS);
}

function strengthOf(
  session: BatchSession,
  symbol: string,
  tried: readonly { mutant: ManifestMutant; noticed: boolean }[],
): SymbolStrength {
  const survivors = tried
    .filter((one) => !one.noticed)
    .map(({ mutant }): Survivor => {
      const { kind, file, line, edit } = mutant;
      const was = session.tree.original(file).slice(edit.start, edit.end).slice(0, TRIAL_LIMITS.text);
      return { kind, file, line, was, text: edit.text.slice(0, TRIAL_LIMITS.text) };
    });
  const noticed = tried.length - survivors.length;
  return { symbol, planted: tried.length, noticed, survivors: survivors.slice(0, TRIAL_LIMITS.survivors) };
}

function untestedEvidence({ survivors, planted }: SymbolStrength) {
  const told = survivors.map((one) => `line ${one.line} (${one.kind}): "${one.was}" → "${one.text}"`);
  const message = `its tests notice none of ${planted} planted faults: ${told.join('; ')}`;
  const [first] = survivors;
  return createEvidence({ check: STRENGTH_CHECK, message, file: first?.file ?? null, line: first?.line ?? null });
}

function summary(strengths: readonly SymbolStrength[]): string {
  const sum = (of: (one: SymbolStrength) => number): number => strengths.reduce((total, one) => total + of(one), 0);
  return `strength: the tests notice ${sum((one) => one.noticed)} of ${sum((one) => one.planted)} planted faults`;
}
