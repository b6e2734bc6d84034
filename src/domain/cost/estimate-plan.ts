import { estimateMinutes } from '#domain/cost/estimate-minutes.ts';
import { estimateUsd } from '#domain/cost/estimate-usd.ts';
import { highCase, lowCase } from '#domain/cost/plan-case.ts';
import type { Estimate } from '#domain/plan/estimate.ts';
import type { PlannedTask } from '#domain/plan/plan.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** An atom comes to about three fifths of the limit: splitting follows syntax, so few are full. */
const SHARE_OF_LIMIT = 0.6;

/**
 * What the tasks of a plan are expected to cost and to take, from the lines of code that each is expected to have.
 *
 * Low is a run in which every draft is right and the model thinks little; high is one in which a third of the drafts are
 * written twice, a fifth of the atoms are regenerated, and the model thinks twice as long as it writes. Ends of a range
 * are rounded outwards: dollars to cents, time to whole minutes.
 */
export function estimatePlan(tasks: readonly PlannedTask[], settings: Settings): Estimate {
  const lines = tasks.reduce((sum, task) => sum + Math.max(0, task.linesOfCode), 0);
  const atoms = Math.ceil(lines / (settings.atoms.lines * SHARE_OF_LIMIT));
  const size = { tasks: tasks.length, lines, atoms };
  return {
    atoms,
    usdLow: Math.floor(estimateUsd(size, lowCase, settings) * 100) / 100,
    usdHigh: Math.ceil(estimateUsd(size, highCase, settings) * 100) / 100,
    minutesLow: Math.floor(estimateMinutes(size, lowCase, settings)),
    minutesHigh: Math.ceil(estimateMinutes(size, highCase, settings)),
  };
}
