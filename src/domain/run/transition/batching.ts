import type { Build } from '#domain/build/build.ts';
import { withSymbols } from '#domain/build/progress.ts';
import type { Effect } from '#domain/run/effect.ts';
import { advanceBuild } from '#domain/run/transition/advance-build.ts';
import { change, unchanged, type Handler } from '#domain/run/transition/change.ts';

/** A lost validation run is dispatched again this often before a person is asked. */
const MOST_TRIES = 2;

export const onBatchDispatched: Handler<'batch-dispatched'> = (run, event) => {
  const batch = run.build?.batches.find((each) => each.number === event.batch);
  if (run.build === null || batch?.state !== 'requested') return unchanged(run);
  const batches = run.build.batches.map((each) =>
    each === batch ? { ...each, state: 'dispatched' as const, sha: event.sha } : each,
  );
  const changed = new Set(event.changed);
  const kept = Object.entries(run.build.atoms).filter(([, atom]) => !changed.has(atom.symbol));
  const build: Build = {
    ...run.build,
    batches,
    files: { ...run.build.files, ...event.files },
    analysis: event.analysis,
    atoms: { ...Object.fromEntries(kept), ...Object.fromEntries(event.atoms.map((atom) => [atom.id, atom])) },
    replacements: run.build.replacements.filter((each) => !changed.has(each.symbol)),
  };
  const rewritten = Object.values(build.symbols)
    .filter((symbol) => changed.has(symbol.id))
    .map((symbol) => ({ ...symbol, uncommitted: true }));
  const next = advanceBuild({ ...run, build: withSymbols(build, rewritten) });
  // The job may have been quicker than the answer to its dispatch.
  const done = batch.workflowRunId === null ? [] : [collect(batch.number, batch.workflowRunId)];
  return { run: next.run, effects: [...next.effects, ...done] };
};

export const onWorkflowCompleted: Handler<'workflow-completed'> = (run, event) => {
  const batch = run.build?.batches.find(
    (each) => each.key === event.key && (each.state === 'dispatched' || each.state === 'requested'),
  );
  if (run.build === null || batch === undefined || (batch.sha !== null && batch.sha !== event.headSha))
    return unchanged(run);
  const batches = run.build.batches.map((each) =>
    each === batch ? { ...each, workflowRunId: event.workflowRunId } : each,
  );
  const build = { ...run.build, batches };
  if (batch.state === 'requested') return change(run, { build });
  return change(run, { build }, collect(batch.number, event.workflowRunId));
};

function collect(batch: number, workflowRunId: number): Effect {
  return { type: 'collect-batch', key: `collect-batch/${batch}/${workflowRunId}`, batch, workflowRunId };
}

/** A validation run that ended without results is started again; after that a person is asked. */
export const onBatchLost: Handler<'batch-lost'> = (run, event) => {
  const batch = run.build?.batches.find((each) => each.number === event.batch);
  if (run.build === null || batch?.state !== 'dispatched') return unchanged(run);
  const batches = run.build.batches.map((each) => (each === batch ? { ...each, state: 'lost' as const } : each));
  const lost = { ...run, build: { ...run.build, batches } };
  const trailing = batches.slice(-MOST_TRIES).filter((each) => each.state === 'lost').length;
  if (trailing < MOST_TRIES) return advanceBuild(lost);
  const { message: reason, nextStep, code } = event.failure;
  return change(lost, { paused: { by: 'MGE', reason, nextStep, code } });
};
