import { accountTo } from '#adapters/github/client/accounted-run.ts';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { transition } from '#domain/run/transition.ts';
import { createOfferSetup } from '#engine/onboarding/create-offer-setup.ts';
import { renderValidationWorkflow } from '#engine/validation/workflow/validation-workflow.ts';
import { createAnalysis } from '#main/compose/create-analysis.ts';
import { createEffectTable } from '#main/compose/create-effect-table.ts';
import { observeProgress } from '#main/compose/observe-progress.ts';
import type { Platform } from '#main/compose/open-platform.ts';
import { createRecoverDeliveries } from '#main/compose/create-recover-deliveries.ts';
import type { Environment } from '#main/environment/environment.ts';
import { createPerformEffect } from '#orchestrator/perform-effect.ts';
import { createReconcileRun } from '#orchestrator/reconcile-run.ts';
import { createReconcile } from '#orchestrator/reconcile.ts';
import { startWorker, type Worker } from '#orchestrator/start-worker.ts';
import type { Syntax } from '#ports/syntax.ts';
import { createSubmitEvent } from '#orchestrator/submit-event.ts';
import { createResumeSetups, createSetUpNext } from '#orchestrator/set-up-repositories.ts';
import { createTick } from '#orchestrator/tick.ts';

/** Starts the worker: ticks, effects, and the timer that repairs what was lost. */
export async function startWork(platform: Platform, environment: Environment, syntax?: Syntax): Promise<Worker> {
  const { clock, telemetry, store, queue, github, model } = platform;
  const { runStore, outbox, blobs, ledger, patterns, requestBudget, setups } = store;
  const analysis = createAnalysis(syntax ?? (await createTreeSitterSyntax()));
  const workflow = { actionRef: environment.MGE_ACTION_REF, node: '24', python: '3.13' };
  const renderWorkflow = (): string => renderValidationWorkflow(workflow);
  const table = createEffectTable({
    ...github,
    model,
    blobs,
    ledger,
    patterns,
    clock,
    analysis,
    requestBudget,
    renderWorkflow,
  });
  const submitEvent = createSubmitEvent({ runStore, queue });
  const tick = observeProgress({ runStore, ledger, telemetry }, createTick({ runStore, outbox, queue, transition }));
  const performEffect = createPerformEffect({ outbox, runStore, queue, table, clock, telemetry, random: Math.random });
  const reconcileRun = createReconcileRun({ actions: github.actions, submitEvent, clock });
  const reconcile = createReconcile({ runStore, outbox, queue, telemetry, reconcileRun });
  const offerSetup = createOfferSetup({ ...github, renderWorkflow });
  const setUpNext = createSetUpNext({ setups, offerSetup, clock, telemetry, random: Math.random });
  const resumeSetups = createResumeSetups({ setups, queue });
  const recover = createRecoverDeliveries({ deliveries: github.deliveries, clock, telemetry });
  return startWorker(
    {
      queue,
      tick,
      performEffect: (runId, key) => accountTo(runId, () => performEffect(runId, key)),
      setUpNext,
      reconcile: async () => {
        await recover();
        await reconcile();
        await resumeSetups();
      },
      telemetry,
    },
    { concurrency: environment.MGE_CONCURRENCY, reconcileMs: environment.MGE_RECONCILE_SECONDS * 1000 },
  );
}
