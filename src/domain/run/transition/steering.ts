import type { Effect } from '#domain/run/effect.ts';
import type { Run } from '#domain/run/run.ts';
import { change, type Change } from '#domain/run/transition/change.ts';
import { redraftFailedTasks } from '#domain/run/transition/drafting.ts';
import { advanceBuild } from '#domain/run/transition/advance-build.ts';
import { andThen } from '#domain/run/transition/change.ts';

export function pauseRun(run: Run, by: string): Change {
  const paused = { by, reason: 'they asked for it', nextStep: 'Type `/mge resume` to go on.', code: 'paused' };
  return change(run, { paused });
}

/** Goes on: what was held back is ordered now, what failed is ordered again under a new key. */
export function resumeRun(run: Run): Change {
  const retries = run.retries + 1;
  const again = run.failed.map((effect): Effect => ({
    ...effect,
    key: `${effect.key.replace(/\/retry-\d+$/, '')}/retry-${retries}`,
  }));
  const freed = change(run, { paused: null, failed: [], held: [], retries }, ...run.held, ...again);
  const redrafted = andThen(freed, redraftFailedTasks);
  return run.stage === 'building' || run.stage === 'reviewing' ? andThen(redrafted, advanceBuild) : redrafted;
}

export function cancelRun(run: Run, at: string): Change {
  return change(run, {
    stage: 'cancelled',
    paused: null,
    waiting: null,
    finishedAt: at,
    held: [],
    failed: [],
    asks: [],
  });
}

export function setBudget(run: Run, usd: number): Change {
  const raised = { ...run, budgetUsd: usd };
  return run.paused?.code === 'budget-reached' ? resumeRun(raised) : change(raised, {});
}
