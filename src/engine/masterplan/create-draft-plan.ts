import { estimatePlan } from '#domain/cost/estimate-plan.ts';
import { canonicalJson } from '#domain/plan/canonical-json.ts';
import { untouchedTasks } from '#domain/plan/compare-plans.ts';
import { tasksOf, type Plan } from '#domain/plan/plan.ts';
import { retriesOf } from '#domain/prompt/ask-again.ts';
import type { EventOf } from '#domain/run/event.ts';
import type { Perform } from '#domain/run/perform.ts';
import { askForPlan } from '#engine/masterplan/ask-for-plan.ts';
import { gatherMaterial } from '#engine/masterplan/gather-material.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';
import type { LanguageModel } from '#ports/language-model.ts';

export interface DraftPlanDependencies {
  readonly model: LanguageModel;
  readonly blobs: BlobStore;
  readonly sourceTree: SourceTree;
}

/**
 * Lets the model plan, checks the plan hard, and keeps it. `hash` is the SHA-256 of the plan's canonical JSON and names its
 * blob. Throws `plan-invalid` when the corrected plan is wrong too, and what the model port throws.
 */
export function createDraftPlan(deps: DraftPlanDependencies): Perform<'draft-plan'> {
  return async (run, { key, revision, feedback }) => {
    const material = await gatherMaterial(deps, run, revision, feedback);
    const plan = await askForPlan(deps.model, material, retriesOf(key));
    const hash = await deps.blobs.put(canonicalJson(plan));
    const before = material.revision?.previous;
    const untouched = new Set(before === undefined ? [] : untouchedTasks(before, plan));
    const estimate = estimatePlan(tasksOf(plan), run.settings);
    return { type: 'plan-drafted', revision, hash, blob: hash, tasks: outline(plan, untouched), estimate };
  };
}

function outline(plan: Plan, untouched: ReadonlySet<string>): EventOf<'plan-drafted'>['tasks'] {
  return plan.phases.flatMap((phase) =>
    phase.milestones.flatMap((milestone) =>
      milestone.tasks.map(({ id, title, dependsOn, linesOfCode }) => ({
        id,
        title,
        milestone: milestone.id,
        dependsOn,
        linesOfCode,
        untouched: untouched.has(id),
      })),
    ),
  );
}
