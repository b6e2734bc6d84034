import {
  ANSWER_PER_CODE,
  DRAFT_PROMPT_TOKENS,
  INTERFACE_TOKENS_PER_TASK,
  PLANNING_TOKENS,
  PLAN_TOKENS_PER_TASK,
  REGENERATION_PROMPT_TOKENS,
  REGENERATION_TOKENS,
  TOKENS_PER_LINE,
  type PlanCase,
  type PlanSize,
} from '#domain/cost/plan-case.ts';
import { priceOf } from '#domain/cost/price-of.ts';
import { batchShare, listPrices } from '#domain/cost/prices.ts';
import type { Settings } from '#domain/settings/settings.ts';

/**
 * Dollars for planning (masterplan's model) + drafting (draft's model; each draft is told the interfaces of all tasks) +
 * a call for each atom where first attempts are focused (draft's model) +
 * regenerating (the first step of the escalation; the few calls of later steps are inside the range's width). All but planning costs
 * half in batches.
 */
export function estimateUsd(size: PlanSize, how: PlanCase, settings: Settings): number {
  const { masterplan, draft, escalation } = settings.models;
  const drafts = size.tasks * (1 + how.redrafted);
  const prompt = DRAFT_PROMPT_TOKENS + INTERFACE_TOKENS_PER_TASK * size.tasks;
  const code = size.lines * (1 + how.redrafted) * TOKENS_PER_LINE * ANSWER_PER_CODE;
  const calls = size.atoms * how.regenerated;
  const focused = settings.generation.first_attempt === 'focused' ? size.atoms : 0;
  const coding =
    dollars(draft.model, drafts * prompt, code, how) +
    dollars(draft.model, focused * REGENERATION_PROMPT_TOKENS, focused * REGENERATION_TOKENS, how) +
    dollars(escalation[0]?.model ?? draft.model, calls * REGENERATION_PROMPT_TOKENS, calls * REGENERATION_TOKENS, how);
  const share = settings.economy === 'batch' ? batchShare : 1;
  return dollars(masterplan.model, 3 * PLANNING_TOKENS, planningTokens(size), how) + share * coding;
}

/** Tokens that discovery, requirements and the masterplan write. */
export function planningTokens(size: PlanSize): number {
  return PLANNING_TOKENS + PLAN_TOKENS_PER_TASK * size.tasks;
}

function dollars(model: string, input: number, answer: number, how: PlanCase): number {
  const output = answer * (1 + how.thinking);
  return priceOf(listPrices, model, { input, output, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0 });
}
