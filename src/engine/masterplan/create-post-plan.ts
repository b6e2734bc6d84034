import { MgeError } from '#domain/failure/mge-error.ts';
import { readBoxes, readChangedBoxes } from '#domain/plan/read-boxes.ts';
import { Plan } from '#domain/plan/plan.ts';
import { Patterns } from '#domain/prompt/pattern.ts';
import { secondsBetweenEdits } from '#domain/run/seconds-between-edits.ts';
import type { Perform } from '#domain/run/perform.ts';
import type { PlanState, Run } from '#domain/run/run.ts';
import { renderPlan } from '#wording/masterplan/render-plan.ts';
import { renderPlanChanges } from '#wording/masterplan/render-plan-changes.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { Clock } from '#ports/clock.ts';
import type { Conversation } from '#ports/github/conversation.ts';

export interface PostPlanDependencies {
  readonly conversation: Conversation;
  readonly blobs: BlobStore;
  readonly clock: Clock;
}

const NOT_USED = '_This part of the plan is not used any more: the plan got shorter._';

/**
 * Shows the plan as a checklist in a sticky comment of the run (a long one goes on in further ones): for approval first, and
 * as progress once approved. The comments are read again before they are written, and boxes that people changed meanwhile
 * stay as they left them: their webhooks are on the way. Throws `internal` when the run holds no plan.
 */
export function createPostPlan({ conversation, blobs, clock }: PostPlanDependencies): Perform<'post-plan'> {
  return async (run, effect) => {
    if (run.plan === null) throw withoutPlan();
    const plan = Plan.parse(JSON.parse(await blobs.get(run.plan.blob)));
    const patterns = run.patterns === null ? [] : Patterns.parse(JSON.parse(await blobs.get(run.patterns)));
    const shown = { state: run.plan, approvalTicked: false };
    const boxes = effect.boxes === 'reset' ? shown : await withPeoplesBoxes(conversation, run, run.plan);
    const changes = renderPlanChanges(run.plan, await previousPlan(blobs, run.plan), plan);
    const bodies = renderPlan({ run, plan, patterns, changes, ...boxes });
    const unused = Math.max(0, 1 + run.plan.continued.length - bodies.length);
    // Only ticks of progress can wait: the plan itself is waited for, and the last word on it is.
    const headline = `${run.plan.hash} ${run.stage === 'done' ? 'done' : ''}`;
    const pace = { headline, secondsApart: secondsBetweenEdits(run, clock.now()) };
    const paces = effect.shows === 'progress' ? [pace] : [];
    const ids: number[] = [];
    for (const [index, body] of [...bodies, ...Array.from({ length: unused }, () => NOT_USED)].entries()) {
      const marker = `plan-${run.generation}${index === 0 ? '' : `-${index + 1}`}`;
      ids.push((await conversation.upsertComment(run.repository, run.issue.number, marker, body, ...paces)).id);
    }
    const [commentId = 0, ...continued] = ids;
    return { type: 'plan-posted', hash: run.plan.hash, commentId, continued };
  };
}

/** The plan with the boxes that people changed since MGE wrote its comments. */
async function withPeoplesBoxes(
  conversation: Conversation,
  run: Run,
  plan: PlanState,
): Promise<{ state: PlanState; approvalTicked: boolean }> {
  if (plan.approvedBy !== null || plan.commentId === null) return { state: plan, approvalTicked: false };
  let approvalTicked = false;
  const changed = new Map<string, boolean>();
  for (const id of [plan.commentId, ...plan.continued]) {
    const body = (await conversation.readComment(run.repository, id))?.body ?? '';
    const boxes = readBoxes(body);
    if (boxes?.planHash !== plan.hash) continue;
    approvalTicked ||= boxes.approved;
    for (const [task, ticked] of readChangedBoxes(body)) changed.set(task, ticked);
  }
  const tasks = plan.tasks.map((task) => ({ ...task, included: changed.get(task.id) ?? task.included }));
  return { state: { ...plan, tasks }, approvalTicked };
}

function withoutPlan(): MgeError {
  return new MgeError('A plan was to be shown before there was one.', {
    code: 'internal',
    retry: 'give-up',
    nextStep: 'Type `/mge revise` with what the plan should look like.',
  });
}

async function previousPlan(blobs: BlobStore, { previous }: PlanState): Promise<Plan | null> {
  return previous === null ? null : Plan.parse(JSON.parse(await blobs.get(previous)));
}
