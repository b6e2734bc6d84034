import type { EffectType } from '#domain/run/effect.ts';
import { createAttemptEffect, type AttemptEffectDependencies } from '#orchestrator/attempt-effect.ts';
import type { JobOutcome } from '#ports/job-queue.ts';

/** Performs an effect of the outbox, or says when to come again. Throws only when the store or the queue is away. */
export type PerformEffect = (runId: string, key: string) => Promise<JobOutcome>;

/** Effects that show the run as it is now: of several, only the newest needs to be performed, and never two at once. */
const SHOWS_NOW: ReadonlySet<EffectType> = new Set<EffectType>(['publish-status']);
const BUSY_MS = 200;

/**
 * The order of the steps survives a crash between any two: what came of an effect is saved and its entry settled in one
 * transaction; before it, the effect is performed again (it is idempotent), after it, only the tick is missing.
 */
export function createPerformEffect(dependencies: AttemptEffectDependencies): PerformEffect {
  const { outbox, queue, clock } = dependencies;
  const { attempt, finish } = createAttemptEffect(dependencies);
  const again = (milliseconds: number): JobOutcome => ({
    done: false,
    retryAt: new Date(clock.now().getTime() + milliseconds),
  });

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
