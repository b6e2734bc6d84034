import { openQueue } from '#adapters/queue/open-queue.ts';
import { openStore, type StoreLocation } from '#adapters/store/open-store.ts';
import { transition } from '#domain/run/transition.ts';
import type { Run } from '#domain/run/run.ts';
import { observeProgress } from '#main/compose/observe-progress.ts';
import { createPerformEffect } from '#orchestrator/perform-effect.ts';
import { startWorker } from '#orchestrator/start-worker.ts';
import { createSubmitEvent } from '#orchestrator/submit-event.ts';
import { createTick } from '#orchestrator/tick.ts';
import type { Step } from '#ports/run-store.ts';
import { answerEffect } from '#scripts/bench/run/answer-effect.ts';
import { effectTableOf } from '#scripts/bench/run/effect-table-of.ts';
import { approved, createWorld, isOver, runJob, specLabelled, type World } from '#scripts/bench/run/run-world.ts';
import type { Workload } from '#scripts/bench/run/workload.ts';

const clock = { now: () => new Date() };
const telemetry = { info: ignore, warn: report, observe: ignore };
const CONCURRENCY = 100;

export interface Place {
  readonly store: StoreLocation;
  /** Null: the queue is on the store's database. */
  readonly redis: string | null;
}

export interface Runs {
  /** What each run has to do; the index names the run. */
  readonly work: readonly Workload[];
  /** How many are begun at the start; each that is over begins the next. */
  readonly atOnce: number;
}

/**
 * Works runs through the real orchestrator, store and queue, until every one waits for its reviewers. Every effect is answered at
 * once, so what is measured is MGE's own cost.
 */
export async function workRuns(place: Place, { work, atOnce }: Runs): Promise<void> {
  const store = await openStore(place.store, { clock, telemetry });
  const location =
    place.redis === null ? { pool: store.queuePool(), exclusive: store.exclusive } : { redis: { url: place.redis } };
  const queue = await openQueue(location, telemetry);
  const { runStore, outbox, ledger } = store;
  const submitEvent = createSubmitEvent({ runStore, queue });
  const worlds = new Map(work.map((each, index) => [runId(index), createWorld(each, `run-${index}`)]));
  const over = new Set<string>();
  let begun = 0;

  const begin = async (): Promise<void> => {
    const index = begun;
    begun += 1;
    const world = worlds.get(runId(index));
    if (world !== undefined) await submitEvent(runId(index), `label-${index}`, specLabelled(world));
  };
  const watched: Step = (run, stored) => {
    const next = transition(run, stored);
    if (next.run !== null && isOver(next.run) && !over.has(next.run.id)) {
      over.add(next.run.id);
      queueMicrotask(() => void begin());
    }
    return next;
  };
  const table = effectTableOf(async (run, effect) => {
    const world = worldOf(worlds, run);
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
  const worker = await startWorker(
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
  for (let count = 0; count < atOnce; count += 1) await begin();
  while (over.size < work.length) await new Promise((resolve) => setTimeout(resolve, 50));
  await worker.close();
  await store.close();
}

const runId = (index: number): string => `bench/run-${index}#1`;

function worldOf(worlds: ReadonlyMap<string, World>, run: Run): World {
  const world = worlds.get(run.id);
  if (world === undefined) throw new Error(`unknown run ${run.id}`);
  return world;
}

function ignore(): void {}

function report(what: string, facts?: Record<string, unknown>): void {
  console.error(what, facts);
}
