import { openQueue } from '#adapters/queue/open-queue.ts';
import { openStore, type Store, type StoreLocation } from '#adapters/store/open-store.ts';
import { transition } from '#domain/run/transition.ts';
import type { Run } from '#domain/run/run.ts';
import { observeProgress } from '#main/compose/observe-progress.ts';
import { createPerformEffect } from '#orchestrator/perform-effect.ts';
import { startWorker, type Worker } from '#orchestrator/start-worker.ts';
import { createSubmitEvent, type SubmitEvent } from '#orchestrator/submit-event.ts';
import { createTick } from '#orchestrator/tick.ts';
import type { JobQueue } from '#ports/job-queue.ts';
import type { Step } from '#ports/run-store.ts';
import { answerEffect } from '#scripts/bench/run/answer-effect.ts';
import { effectTableOf } from '#scripts/bench/run/effect-table-of.ts';
import { approved, isOver, runJob, type World } from '#scripts/bench/run/run-world.ts';

const clock = { now: () => new Date() };
const telemetry = { info: ignore, warn: report, observe: ignore };
const CONCURRENCY = 100;

export interface Place {
  readonly store: StoreLocation;
  /** Null: the queue is on the store's database. */
  readonly redis: string | null;
}

export interface Site {
  readonly store: Store;
  readonly queue: JobQueue;
  readonly submitEvent: SubmitEvent;
}

export async function openSite(place: Place): Promise<Site> {
  const store = await openStore(place.store, { clock, telemetry });
  const location =
    place.redis === null ? { pool: store.queuePool(), exclusive: store.exclusive } : { redis: { url: place.redis } };
  const queue = await openQueue(location, telemetry);
  return { store, queue, submitEvent: createSubmitEvent({ runStore: store.runStore, queue }) };
}

/**
 * A worker with the real orchestrator, store and queue. Every effect is answered at once, so what is measured is MGE's own cost.
 * `over` is told of each run that waits for its reviewers, at least once.
 */
export function startRunsWorker(
  { store, queue, submitEvent }: Site,
  worldOf: (run: Run) => World,
  over: (id: string) => void,
): Promise<Worker> {
  const { runStore, outbox, ledger } = store;
  const watched: Step = (run, stored) => {
    const next = transition(run, stored);
    if (next.run !== null && isOver(next.run) && (run === null || !isOver(run))) over(next.run.id);
    return next;
  };
  const table = effectTableOf(async (run, effect) => {
    const world = worldOf(run);
    const event = answerEffect(run, effect, world);
    if (event.type === 'plan-posted' && run.stage === 'approving')
      await submitEvent(run.id, `${run.id}/approved`, approved(world));
    if (event.type === 'batch-dispatched') {
      const job = runJob(run, event.batch, world, event.sha);
      await submitEvent(run.id, `${run.id}/job-${event.batch}`, job.event);
    }
    return event;
  });
  const tick = observeProgress(
    { runStore, ledger, telemetry },
    createTick({ runStore, outbox, queue, transition: watched }),
  );
  const performEffect = createPerformEffect({ runStore, outbox, queue, table, clock, telemetry, random: Math.random });
  return startWorker(
    {
      queue,
      tick,
      performEffect,
      setUpNext: () => Promise.resolve({ done: true }),
      reconcile: () => Promise.resolve(),
      telemetry,
    },
    { concurrency: CONCURRENCY },
  );
}

function ignore(): void {}

function report(what: string, facts?: Record<string, unknown>): void {
  console.error(what, facts);
}
