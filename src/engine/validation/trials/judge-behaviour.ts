import { createEvidence } from '#domain/verdict/create-evidence.ts';
import type { ManifestComparison } from '#domain/verdict/manifest-trials.ts';
import type { BatchSession, LevelStage } from '#engine/validation/batch-session.ts';
import type { BehaviourDifference } from '#engine/validation/toolchain.ts';

/** Name of the check in the verdicts. */
export const BEHAVIOUR_CHECK = 'behaviour';
const SECONDS_A_FUNCTION = 8;
const SECONDS_AT_LEAST = 30;

/**
 * Runs functions of a level that stood in the repository before beside what they were. A difference in one that the plan
 * did not mean to change fails its symbol; in one that it did it is told. What cannot be compared is said, never guessed.
 */
export async function judgeBehaviour(
  session: BatchSession,
  stage: LevelStage,
  symbols: readonly string[],
): Promise<void> {
  const { facts, book, toolchain, behaviour } = session;
  const live = new Set(symbols.filter((id) => !book.isFailed(id)));
  const targets = facts.manifest.comparisons.filter((one) => live.has(one.symbol));
  if (targets.length === 0 || session.expired()) return;
  await session.tree.lay(new Set([...stage.stubbed, ...book.failed]), targets.flatMap(overlayOf));
  const { limits } = facts.manifest;
  const seconds = Math.min(limits.jobSeconds / 4, SECONDS_AT_LEAST + targets.length * SECONDS_A_FUNCTION);
  const run = await toolchain.compare({ targets, tests: testsOf(session, targets), seconds });
  targets.forEach((target, index) => {
    const { symbol, name } = target;
    const inputs = run.inputs.get(index);
    const reason = run.skipped.get(index);
    if (inputs === undefined) {
      behaviour.skipped.push({ symbol, name, reason: (reason ?? 'the comparison did not finish').slice(0, 600) });
      book.skip(symbol, BEHAVIOUR_CHECK);
    } else {
      behaviour.compared.push({ symbol, name, inputs });
      book.pass(symbol, BEHAVIOUR_CHECK);
    }
    const found = run.differences.filter((one) => one.target === index);
    found.forEach((one) => noteDifference(session, target, one));
  });
  session.say(`behaviour: ${targets.length} functions compared, ${run.differences.length} differences`);
}

function overlayOf({ file, overlay }: ManifestComparison) {
  return overlay === null ? [] : [{ file, edit: overlay }];
}

/** Every test that reaches one of the functions, directly or not: they show what it is given. */
function testsOf({ facts }: BatchSession, targets: readonly ManifestComparison[]): string[] {
  const wanted = new Set(targets.map((one) => one.symbol));
  const reaching = facts.manifest.tests.filter((test) => [...facts.closure(test.symbols)].some((id) => wanted.has(id)));
  return reaching.map((test) => test.file);
}

function noteDifference(session: BatchSession, target: ManifestComparison, found: BehaviourDifference): void {
  const { symbol, name, file, intended } = target;
  const cut = (text: string): string => text.slice(0, 600);
  const { recorded, input, was, now } = found;
  session.behaviour.differences.push({
    symbol,
    name,
    intended,
    recorded,
    input: cut(input),
    was: cut(was),
    now: cut(now),
  });
  if (intended) return;
  const message = `${name} does not do what it did: for input ${input.slice(0, 300)} it was ${was.slice(0, 250)}, it is ${now.slice(0, 250)}`;
  const detail = `input (${recorded ? 'a test gives it' : 'made up'}): ${input}\nwas: ${was}\nis: ${now}`;
  session.book.fail(symbol, BEHAVIOUR_CHECK, createEvidence({ check: BEHAVIOUR_CHECK, message, file, detail }));
}
