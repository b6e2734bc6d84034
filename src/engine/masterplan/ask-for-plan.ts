import { MgeError } from '#domain/failure/mge-error.ts';
import { checkPlan } from '#domain/plan/check-plan.ts';
import { keepTaskIds } from '#domain/plan/keep-task-ids.ts';
import { Plan } from '#domain/plan/plan.ts';
import { askAgain } from '#domain/prompt/ask-again.ts';
import { draftPlanSystem, draftPlanUser, type Correction } from '#engine/masterplan/draft-plan-prompt.ts';
import type { PlanMaterial } from '#engine/masterplan/gather-material.ts';
import type { LanguageModel } from '#ports/language-model.ts';

const MAX_TOKENS = 32_000;
/** One plan and one correction; each retry that people ask for gives as many again. */
const ATTEMPTS = 2;

/** A plan that passed every check. A wrong one is sent back once with its problems. */
export async function askForPlan(model: LanguageModel, material: PlanMaterial, retries: number): Promise<Plan> {
  const { run, number, revision } = material;
  let correction: Correction | null = null;
  return askAgain(ATTEMPTS * (1 + retries), async (attempt, failure) => {
    if (failure !== null && failure.code !== 'plan-invalid') correction = unreadable(failure);
    const { value } = await model.complete({
      run: run.id,
      stage: 'masterplan',
      subject: `revision-${number}`,
      attempt,
      choice: run.settings.models.masterplan,
      system: draftPlanSystem(),
      user: draftPlanUser({ ...material, attempt, correction }),
      answer: Plan,
      maxTokens: MAX_TOKENS * Math.min(attempt, 2),
      budgetUsd: run.budgetUsd,
    });
    const plan = revision === null ? value : keepTaskIds(revision.previous, value);
    const rules = { protectedPaths: run.settings.protected_paths, leftOut: revision?.leftOut ?? [] };
    const problems = checkPlan(plan, rules);
    if (problems.length === 0) return plan;
    correction = { problems, rejected: plan };
    throw invalidPlan(problems);
  });
}

function unreadable(failure: MgeError): Correction {
  const why =
    failure.code === 'model-truncated'
      ? 'The answer was cut off: it was too long. Plan fewer, shorter descriptions.'
      : failure.message;
  return { problems: [why], rejected: null };
}

function invalidPlan(problems: readonly string[]): MgeError {
  const shown = problems.slice(0, 5).join(' ');
  const more = problems.length > 5 ? ` And ${problems.length - 5} more.` : '';
  return new MgeError(`The plan breaks its rules. ${shown}${more}`, {
    code: 'plan-invalid',
    retry: 'ask-human',
    nextStep: 'Make the spec more concrete where the plan went wrong.',
  });
}
