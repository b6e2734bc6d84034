import type { BatchSession, LevelStage } from '#engine/validation/batch-session.ts';
import { findCulprit, type CulpritAnswer, type CulpritQuestion } from '#engine/validation/blaming/find-culprit.ts';
import type { Reverting } from '#engine/validation/blaming/find-by-reverting.ts';
import { runOnStage } from '#engine/validation/running/run-on-stage.ts';

/** What stood before the suspects, as the manifest tells it. */
function revertingOn(
  session: BatchSession,
  stage: LevelStage,
  { target, suspects }: Pick<StageQuestion, 'target' | 'suspects'>,
  seconds: number,
): Reverting {
  const asked = new Set(suspects);
  const earlier = session.facts.manifest.comparisons.flatMap(({ symbol, file, place, previous }) =>
    place === null || !asked.has(symbol) ? [] : [{ symbol, file, edit: { ...place, text: previous.trimStart() } }],
  );
  return {
    symbols: new Set(earlier.map(({ symbol }) => symbol)),
    async passes(reverted) {
      const planted = earlier.filter(({ symbol }) => reverted.has(symbol));
      const { cases } = await runOnStage(session, stage, { files: [target.file], planted, seconds });
      return cases.some((one) => one.key === target.key && one.outcome === 'passed');
    },
  };
}

/** Probes that one failing case may cost. */
const PROBE_BUDGET = 40;
const HANG_PROBE_SECONDS = 1;

export interface StageQuestion extends Pick<CulpritQuestion, 'target' | 'cases' | 'suspects' | 'further' | 'tested'> {
  readonly session: BatchSession;
  readonly stage: LevelStage;
}

/** Looks for the culprit of a failing case by running its tests on trees of the stage with more stubs. */
export async function findCulpritOnStage({ session, stage, ...question }: StageQuestion): Promise<CulpritAnswer> {
  const { facts } = session;
  const { atomSeconds } = facts.manifest.limits;
  const ask = (seconds: number): Promise<CulpritAnswer> =>
    findCulprit({
      ...question,
      facts,
      budget: PROBE_BUDGET,
      probe: async (also, files) => (await runOnStage(session, stage, { files, also, seconds })).cases,
      reverting: revertingOn(session, stage, question, seconds),
    });
  if (question.target.outcome !== 'timeout' || atomSeconds <= HANG_PROBE_SECONDS) return ask(atomSeconds);
  // A case that hangs is looked into with little time a probe, and with all of it only if that names nobody.
  const quick = await ask(HANG_PROBE_SECONDS);
  return quick.kind === 'found' ? quick : ask(atomSeconds);
}
