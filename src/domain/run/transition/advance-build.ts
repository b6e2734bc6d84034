import type { Batch, Build } from '#domain/build/build.ts';
import { isAccepted, nextCommittableLevel, symbolsOf } from '#domain/build/progress.ts';
import type { Effect } from '#domain/run/effect.ts';
import type { Run } from '#domain/run/run.ts';
import { andThen, change, unchanged, type Change } from '#domain/run/transition/change.ts';
import { startReview } from '#domain/run/transition/start-review.ts';

/** More validation runs than this in one run of MGE mean that it goes in circles: a person is asked. */
const MOST_BATCHES = 60;

/** Orders whatever the build can do now: commit the next level, commit a repair, cut a batch, or go on to review. */
export function advanceBuild(run: Run): Change {
  // While the plan is revised nothing is built; what is under way is only noted.
  if (run.stage !== 'building' && run.stage !== 'reviewing') return unchanged(run);
  return [commitNext, cutBatch, finishBuilding].reduce((before, next) => andThen(before, next), absorbPush(run));
}

function absorbPush(run: Run): Change {
  const { build } = run;
  const dispatching = build?.batches.some((batch) => batch.state === 'requested') ?? false;
  if (build === null || build.pushed === null || build.pushed.absorbing !== null) return unchanged(run);
  if (build.committing || dispatching) return unchanged(run);
  const { by, key } = build.pushed;
  return change(
    run,
    { build: { ...build, pushed: { by, key, absorbing: key } } },
    { type: 'absorb-push', key: `absorb-push/${key}`, before: build.head, sender: by },
  );
}

function commitNext(run: Run): Change {
  const { build } = run;
  if (build === null || build.committing || build.pushed !== null) return unchanged(run);
  const level = nextCommittableLevel(build);
  if (level !== null)
    return commit(run, build, {
      type: 'commit-level',
      key: `commit-level/${run.plan?.revision ?? 1}.${level}/${build.head}`,
      level,
    });
  const late = symbolsOf(build).filter(
    (symbol) => symbol.uncommitted && symbol.level < build.committedLevels && isAccepted(symbol),
  );
  if (late.length === 0) return unchanged(run);
  const decided = late.filter((symbol) => symbol.decision !== null);
  const chosen = decided.length > 0 ? decided.slice(0, 1) : late;
  const symbols = chosen.map((symbol) => symbol.id);
  const reason = decided.length > 0 ? ('regenerate' as const) : ('repair' as const);
  return commit(run, build, {
    type: 'commit-symbols',
    // A text that changed nothing made no commit: the attempt tells it from the next one.
    key: `commit-symbols/${build.head}/${symbols[0] ?? ''}/${chosen[0]?.attempts ?? 0}`,
    symbols,
    reason,
  });
}

function commit(run: Run, build: Build, effect: Effect): Change {
  return change(run, { build: { ...build, committing: true } }, effect);
}

function cutBatch(run: Run): Change {
  const { build } = run;
  if (build === null || build.committing || build.pushed !== null || isJudging(build)) return unchanged(run);
  const symbols = symbolsOf(build);
  const candidates = symbols.filter((symbol) => symbol.progress === 'candidate').map((symbol) => symbol.id);
  if (candidates.length === 0 || symbols.some((symbol) => symbol.progress === 'regenerating')) return unchanged(run);
  const number = build.batches.length + 1;
  if (number > MOST_BATCHES) return circling(run);
  const key = `mge-${run.issue.number}-${run.generation}-${number}`;
  const batch: Batch = {
    number,
    key,
    symbols: candidates,
    sha: null,
    workflowRunId: null,
    state: 'requested',
    tries: 1,
  };
  return change(
    run,
    { build: { ...build, batches: [...build.batches, batch] } },
    { type: 'dispatch-batch', key: `dispatch-batch/${number}`, batch: number },
  );
}

function isJudging(build: Build): boolean {
  return build.batches.some((batch) => batch.state === 'requested' || batch.state === 'dispatched');
}

function circling(run: Run): Change {
  const reason = `after ${MOST_BATCHES} validation runs some pieces have neither passed nor failed for good`;
  const nextStep = 'Type `/mge report` to see what went wrong, then `/mge retry`, or `/mge cancel`.';
  return change(run, { paused: { by: 'MGE', reason, nextStep, code: 'workflow-failed' } });
}

function finishBuilding(run: Run): Change {
  const { build } = run;
  if (run.stage !== 'building' || build === null || build.committing || run.pullRequest === null) return unchanged(run);
  const unsettled = symbolsOf(build).some(
    (symbol) => symbol.progress === 'candidate' || symbol.progress === 'regenerating',
  );
  if (build.pushed !== null || isJudging(build)) return unchanged(run);
  return unsettled || build.committedLevels < build.levels.length ? unchanged(run) : startReview(run);
}
