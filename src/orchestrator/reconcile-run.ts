import type { Batch } from '#domain/build/build.ts';
import { VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import type { Run } from '#domain/run/run.ts';
import type { SubmitEvent } from '#orchestrator/submit-event.ts';
import { createPatience } from '#orchestrator/create-patience.ts';
import type { Clock } from '#ports/clock.ts';
import type { Actions } from '#ports/github/actions.ts';

export interface ReconcileRunDependencies {
  readonly actions: Pick<Actions, 'find' | 'readWorkflow'>;
  readonly submitEvent: SubmitEvent;
  readonly clock: Clock;
}

/** Asks GitHub what a lost webhook would have told of a run: a finished validation, a merged setup. */
export function createReconcileRun({
  actions,
  submitEvent,
  clock,
}: ReconcileRunDependencies): (run: Run) => Promise<void> {
  const isDue = createPatience({ clock });

  async function findValidation(run: Run, { key, sha: headSha, workflowRunId }: Batch): Promise<void> {
    if (headSha === null || workflowRunId !== null) return;
    if (!isDue(`${run.id} ${key} ${headSha}`)) return;
    const found = await actions.find(run.repository, { workflow: VALIDATION_WORKFLOW, headSha, key });
    if (found === null || found.status !== 'completed') return;
    await submitEvent(run.id, `reconciled/${run.generation}/${key}/${found.id}`, {
      type: 'workflow-completed',
      repository: run.repository,
      key,
      workflowRunId: found.id,
      headSha: found.headSha,
      conclusion: found.conclusion ?? 'unknown',
    });
  }

  async function findSetup(run: Run): Promise<void> {
    if (run.stage !== 'onboarding' || run.onboardingPullRequest === null) return;
    if (!isDue(`${run.id} setup ${run.onboardingPullRequest}`)) return;
    if ((await actions.readWorkflow(run.repository, VALIDATION_WORKFLOW)) === null) return;
    const key = `reconciled/${run.generation}/setup/${run.onboardingPullRequest}`;
    await submitEvent(run.id, key, { type: 'onboarding-merged', repository: run.repository });
  }

  return async (run) => {
    for (const batch of run.build?.batches.filter((each) => each.state === 'dispatched') ?? [])
      await findValidation(run, batch);
    await findSetup(run);
  };
}
