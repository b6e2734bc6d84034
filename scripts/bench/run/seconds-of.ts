import { ANSWER_PER_CODE, REGENERATION_TOKENS, TOKENS_PER_LINE } from '#domain/cost/plan-case.ts';
import type { Effect } from '#domain/run/effect.ts';
import type { World } from '#scripts/bench/run/run-world.ts';

/**
 * How long the call takes that drafts a task: as long as calls for single atoms, one after another. `sum`: a call for each of
 * its symbols, so that the work is the same for every policy. `tokens`: as many as come to the tokens of a draft.
 */
export type DraftTime = 'sum' | 'tokens';

const DRAFT_LINES = 80;
const CALLS_A_DRAFT = Math.ceil((DRAFT_LINES * TOKENS_PER_LINE * ANSWER_PER_CODE) / REGENERATION_TOKENS);

/** Seconds of a few requests to GitHub. */
const REQUESTS = 1;
/** Seconds of a level's tree and commit, and of its share of moving the branch. */
const LEVEL = 2;

/** Seconds of the effects that do more; the plan stands when the clock starts. */
const SECONDS: Partial<Record<Effect['type'], number>> = {
  'analyse-project': 5,
  'dispatch-batch': 4,
  'collect-batch': 2,
  'commit-symbols': 2,
  prepare: 0,
  'draft-questions': 0,
  'model-requirements': 0,
  'retrieve-patterns': 0,
  'draft-plan': 0,
  'post-plan': 0,
  'authorize-sender': 0,
};

export function secondsOf(effect: Effect, { work, tasks }: World, draft: DraftTime): number {
  if (effect.type === 'draft-task') {
    const symbols = tasks[Number(effect.task.slice(1)) - 1] ?? [];
    const seconds = symbols.map((symbol) => work.first[symbol] ?? 0);
    const calls = draft === 'tokens' ? seconds.slice(0, CALLS_A_DRAFT) : seconds;
    return calls.reduce((sum, each) => sum + each, 0);
  }
  if (effect.type === 'regenerate-atom') return work.second[Number(effect.symbol)] ?? 0;
  if (effect.type === 'commit-levels') return LEVEL * (effect.last - effect.first + 1);
  return SECONDS[effect.type] ?? REQUESTS;
}
