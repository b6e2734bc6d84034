import type { Failure } from '#domain/failure/failure.ts';
import type { Effect } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
import { setAside } from '#domain/run/set-aside.ts';
import { decideRetry } from '#orchestrator/decide-retry.ts';
import type { EffectTable } from '#orchestrator/effect-table.ts';
import { settleEffect } from '#orchestrator/settle-effect.ts';
import { createTellWaiting } from '#orchestrator/tell-waiting.ts';
import { tryEffect } from '#orchestrator/try-effect.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobOutcome, JobQueue } from '#ports/job-queue.ts';
import type { FoundEntry, Outbox } from '#ports/outbox.ts';
import type { RunStore } from '#ports/run-store.ts';
import type { Telemetry } from '#ports/telemetry.ts';

export interface AttemptEffectDependencies {
  readonly outbox: Outbox;
  readonly runStore: RunStore;
  readonly queue: JobQueue;
  readonly table: EffectTable;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
}

/** One try of an effect whose turn has come: it is settled with what came of it, set aside, or put off. */
export function createAttemptEffect(dependencies: AttemptEffectDependencies) {
  const { outbox, runStore, queue, clock } = dependencies;
  const tellWaiting = createTellWaiting({ runStore, queue });

  async function finish(runId: string, key: string, event: RunEvent): Promise<JobOutcome> {
    await settleEffect(outbox, key, event);
    await queue.enqueue({ kind: 'tick', runId });
    return { done: true };
  }

  async function attempt({ runId, effect, tries }: FoundEntry): Promise<JobOutcome> {
    const run = await runStore.load(runId);
    const unperformed = run === null ? null : setAside(run, effect);
    if (unperformed !== null) return finish(runId, effect.key, unperformed);
    const outcome = await tryEffect(dependencies, run, effect);
    if (outcome.ok) return finish(runId, effect.key, outcome.value);
    const now = clock.now();
    const postponement = decideRetry({ classified: outcome.error, tries, now, random: dependencies.random });
    if (postponement === null) return finish(runId, effect.key, failed(effect, outcome.error.failure));
    await outbox.postpone(effect.key, postponement);
    const { failure } = outcome.error;
    await tellWaiting({ run, effect, until: postponement.until, failure, now });
    return { done: false, retryAt: postponement.until };
  }

  return { attempt, finish };
}

function failed(effect: Effect, failure: Failure): RunEvent {
  return { type: 'effect-failed', effect: effect.key, failure };
}
