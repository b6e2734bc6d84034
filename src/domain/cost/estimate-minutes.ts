import { planningTokens } from '#domain/cost/estimate-usd.ts';
import {
  ANSWER_PER_CODE,
  REGENERATION_TOKENS,
  TOKENS_PER_LINE,
  type PlanCase,
  type PlanSize,
} from '#domain/cost/plan-case.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** A level is one type check and one test process; larger projects have more levels, but far fewer than atoms. */
const MINUTES_PER_LEVEL = 0.15;

/**
 * Minutes, without the time in which people answer and review: planning, then drafts side by side (as many at once as
 * `concurrency` allows), then validation runs one after another, each but the first after a round of regenerations.
 */
export function estimateMinutes(size: PlanSize, how: PlanCase, settings: Settings): number {
  if (size.tasks === 0) return 0;
  const waves = Math.ceil(size.tasks / settings.concurrency) * (1 + how.redrafted);
  const draft = (size.lines / size.tasks) * TOKENS_PER_LINE * ANSWER_PER_CODE;
  const levels = 2 + Math.log2(1 + size.atoms);
  return (
    writing(planningTokens(size), how) +
    waves * writing(draft, how) +
    how.batches * (how.setupMinutes + levels * MINUTES_PER_LEVEL) +
    (how.batches - 1) * writing(REGENERATION_TOKENS, how)
  );
}

/** Minutes in which an answer is thought out and written. */
function writing(tokens: number, how: PlanCase): number {
  return (tokens * (1 + how.thinking)) / how.speed / 60;
}
