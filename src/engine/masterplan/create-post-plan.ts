import { MgeError } from '#domain/failure/mge-error.ts';
import { Plan } from '#domain/plan/plan.ts';
import { Patterns } from '#domain/prompt/pattern.ts';
import { secondsBetweenEdits } from '#domain/run/seconds-between-edits.ts';
import type { Perform } from '#domain/run/perform.ts';
import { renderPlan } from '#engine/masterplan/render-plan.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { Clock } from '#ports/clock.ts';
import type { Conversation } from '#ports/github/conversation.ts';

/**
 * Shows the plan as a checklist in one sticky comment of the run: for approval first, and as progress once approved. Throws
 * `internal` when the run holds no plan.
 */
export function createPostPlan(deps: {
  readonly conversation: Conversation;
  readonly blobs: BlobStore;
  readonly clock: Clock;
}): Perform<'post-plan'> {
  return async (run, effect) => {
    if (run.plan === null) throw withoutPlan();
    const plan = Plan.parse(JSON.parse(await deps.blobs.get(run.plan.blob)));
    const patterns = run.patterns === null ? [] : Patterns.parse(JSON.parse(await deps.blobs.get(run.patterns)));
    const body = renderPlan({ run, plan, state: run.plan, patterns });
    const marker = `plan-${run.generation}`;
    // Only ticks of progress can wait: the plan itself is waited for.
    const pace = { headline: run.plan.hash, secondsApart: secondsBetweenEdits(run, deps.clock.now()) };
    const { id } = await deps.conversation.upsertComment(
      run.repository,
      run.issue.number,
      marker,
      body,
      ...(effect.shows === 'progress' ? [pace] : []),
    );
    return { type: 'plan-posted', hash: run.plan.hash, commentId: id };
  };
}

function withoutPlan(): MgeError {
  return new MgeError('A plan was to be shown before there was one.', {
    code: 'internal',
    retry: 'give-up',
    nextStep: 'Type `/mge revise` with what the plan should look like.',
  });
}
