import type { Failure } from '#domain/failure/failure.ts';
import type { Effect, EffectType } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
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

/** Performs an effect of the outbox, or says when to come again. Throws only when the store or the queue is away. */
export type PerformEffect = (runId: string, key: string) => Promise<JobOutcome>;

export interface PerformEffectDependencies {
  readonly outbox: Outbox;
  readonly runStore: RunStore;
  readonly queue: JobQueue;
  readonly table: EffectTable;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
}

/** Effects that show the run as it is now: of several, only the newest needs to be performed, and never two at once. */
const SHOWS_NOW: ReadonlySet<EffectType> = new Set<EffectType>(['publish-status']);
const BUSY_MS = 200;

/**
 * The order of the steps survives a crash between any two: what came of an effect is saved and its entry settled in one
 * transaction; before it, the effect is performed again (it is idempotent), after it, only the tick is missing.
 */
export function createPerformEffect(dependencies: PerformEffectDependencies): PerformEffect {
  const { outbox, runStore, queue, clock } = dependencies;
  const tellWaiting = createTellWaiting({ runStore, queue });
  const again = (milliseconds: number): JobOutcome => ({
    done: false,
    retryAt: new Date(clock.now().getTime() + milliseconds),
  });

  async function finish(runId: string, key: string, event: RunEvent): Promise<JobOutcome> {
    await settleEffect(outbox, key, event);
    await queue.enqueue({ kind: 'tick', runId });
    return { done: true };
  }

  async function attempt({ runId, effect, tries }: FoundEntry): Promise<JobOutcome> {
    const run = await runStore.load(runId);
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

  async function perform(runId: string, key: string): Promise<JobOutcome> {
    const entry = await outbox.find(key);
    if (entry === null) {
      // Settled before; the tick that should follow may have been lost.
      await queue.enqueue({ kind: 'tick', runId });
      return { done: true };
    }
    if (entry.notBefore !== null && entry.notBefore > clock.now()) return { done: false, retryAt: entry.notBefore };
    if (SHOWS_NOW.has(entry.effect.type)) {
      if (entry.newerWaits) return finish(runId, key, { type: 'effect-done', effect: key });
      if (entry.olderWaits) return again(BUSY_MS);
    }
    return attempt(entry);
  }

  return withoutOverlap(perform, () => again(BUSY_MS));
}

/** The queue may hand a job out twice when this process was too busy to keep its claim. */
function withoutOverlap(perform: PerformEffect, busy: () => JobOutcome): PerformEffect {
  const running = new Set<string>();
  return async (runId, key) => {
    if (running.has(key)) return busy();
    running.add(key);
    try {
      return await perform(runId, key);
    } finally {
      running.delete(key);
    }
  };
}

function failed(effect: Effect, failure: Failure): RunEvent {
  return { type: 'effect-failed', effect: effect.key, failure };
}
