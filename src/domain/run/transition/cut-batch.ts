import type { Batch } from '#domain/build/build.ts';
import { isDispatching, isJudging, isUnderWay, symbolsOf } from '#domain/build/progress.ts';
import type { Run } from '#domain/run/run.ts';
import { change, unchanged, type Change } from '#domain/run/transition/change.ts';

/** More validation runs than this in one run of MGE mean that it goes in circles: a person is asked. */
const MOST_BATCHES = 60;

/**
 * Has all candidates judged, once no new text is waited for and no validation runs. A run that was judged in parts does not
 * wait for validations of the parts: new texts of an early part are judged beside the last drafts.
 */
export function cutNextBatch(run: Run): Change {
  const { build } = run;
  if (build === null || symbolsOf(build).some((symbol) => symbol.progress === 'regenerating')) return unchanged(run);
  const overlaps = run.stage === 'building' && (run.ahead ?? null) !== null;
  return isJudging(build) && !overlaps ? unchanged(run) : cutBatch(run);
}

/** Has all candidates judged, if one of them is not already; those that are go along, since the others may need them. */
export function cutBatch(run: Run): Change {
  const { build } = run;
  if (build === null || build.committing || build.pushed !== null || isDispatching(build)) return unchanged(run);
  const candidates = symbolsOf(build).filter((symbol) => symbol.progress === 'candidate');
  const asked = new Set(build.batches.filter(isUnderWay).flatMap((batch) => batch.symbols));
  if (candidates.every(({ id }) => asked.has(id))) return unchanged(run);
  const number = build.batches.length + 1;
  if (number > MOST_BATCHES) return circling(run);
  const batch: Batch = {
    number,
    key: `mge-${run.issue.number}-${run.generation}-${number}`,
    symbols: candidates.map(({ id }) => id),
    sha: null,
    workflowRunId: null,
    state: 'requested',
    tries: 1,
    ...(run.stage === 'drafting' ? { early: true } : {}),
  };
  return change(
    run,
    { build: { ...build, batches: [...build.batches, batch] } },
    { type: 'dispatch-batch', key: `dispatch-batch/${number}`, batch: number },
  );
}

function circling(run: Run): Change {
  const reason = `after ${MOST_BATCHES} validation runs some pieces have neither passed nor failed for good`;
  const nextStep = 'Type `/mge report` to see what went wrong, then `/mge retry`, or `/mge cancel`.';
  return change(run, { paused: { by: 'MGE', reason, nextStep, code: 'workflow-failed' } });
}
