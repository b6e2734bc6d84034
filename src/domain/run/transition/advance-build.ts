import type { Build } from '#domain/build/build.ts';
import {
  countCommittableLevels,
  isDispatching,
  isJudging,
  lateSymbols,
  symbolsOf,
  wasJudgedWhole,
} from '#domain/build/progress.ts';
import type { Effect } from '#domain/run/effect.ts';
import type { Run } from '#domain/run/run.ts';
import { andThen, change, unchanged, type Change } from '#domain/run/transition/change.ts';
import { cutNextBatch } from '#domain/run/transition/cut-batch.ts';
import { startReview } from '#domain/run/transition/start-review.ts';
import { draftOn } from '#domain/run/transition/working-ahead.ts';

/** Levels that one move of the branch brings: what a crash in between makes GitHub make again stays small. */
const MOST_LEVELS = 12;

/** Orders whatever the build can do now: commit the levels that are ready, commit a repair, cut a batch, or go on to review. */
export function advanceBuild(run: Run): Change {
  if (run.stage === 'drafting') return draftOn(run);
  // While the plan is revised nothing is built; what is under way is only noted.
  if (run.stage !== 'building' && run.stage !== 'reviewing') return unchanged(run);
  return [commitNext, cutNextBatch, finishBuilding].reduce((before, next) => andThen(before, next), absorbPush(run));
}

function absorbPush(run: Run): Change {
  const { build } = run;
  if (build === null || build.pushed === null || build.pushed.absorbing !== null) return unchanged(run);
  if (build.committing || isDispatching(build)) return unchanged(run);
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
  // What was judged in parts is not committed before it was judged as a whole.
  if ((run.ahead ?? null) !== null && !wasJudgedWhole(build)) return unchanged(run);
  const ready = Math.min(countCommittableLevels(build), MOST_LEVELS);
  if (ready > 0) {
    const first = build.committedLevels;
    const last = first + ready - 1;
    const key = `commit-levels/${run.plan?.revision ?? 1}.${first}-${last}/${build.head}`;
    return commit(run, build, { type: 'commit-levels', key, first, last });
  }
  const late = lateSymbols(build);
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

function finishBuilding(run: Run): Change {
  const { build } = run;
  if (run.stage !== 'building' || build === null || build.committing || run.pullRequest === null) return unchanged(run);
  const unsettled = symbolsOf(build).some(
    (symbol) => symbol.progress === 'candidate' || symbol.progress === 'regenerating',
  );
  if (build.pushed !== null || isJudging(build)) return unchanged(run);
  return unsettled || build.committedLevels < build.levels.length ? unchanged(run) : startReview(run);
}
