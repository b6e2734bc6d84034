import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryQueue, type MemoryQueue } from '#adapters/queue/create-memory-queue.ts';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import { createPerformEffect } from '#orchestrator/perform-effect.ts';
import { createReconcile } from '#orchestrator/reconcile.ts';
import { createSubmitEvent } from '#orchestrator/submit-event.ts';
import { createTick } from '#orchestrator/tick.ts';
import type { Job } from '#ports/job-queue.ts';
import { crashing, createFuse, type Fuse } from '#test/support/crash-at.ts';
import { createManualClock, type ManualClock } from '#test/support/manual-clock.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';
import { effectDone, noted, sampleRun } from '#test/support/store-samples.ts';
import { replied, sameForAll, toyTransition } from '#test/support/toy-world.ts';

interface Process {
  readonly queue: MemoryQueue;
  submit(key: string): Promise<unknown>;
  /** Starts working, as a process does: with a look at what was left behind. */
  work(): Promise<void>;
}

interface World {
  /** How often each effect reached the outside. */
  readonly performed: Map<string, number>;
}

/** What one process is made of; its queue is lost with it. */
function startProcess(store: Store, clock: ManualClock, world: World, issue: number, fuse: Fuse): Process {
  const runId = sampleRun(issue).id;
  const memory = createMemoryQueue({ clock });
  const [runStore, outbox, queue] = [
    crashing(store.runStore, fuse),
    crashing(store.outbox, fuse),
    crashing<Pick<MemoryQueue, 'enqueue' | 'work' | 'close'>>(memory, fuse),
  ];
  const telemetry = createSilentTelemetry();
  const table = sameForAll((_run, effect) => {
    fuse.touch();
    world.performed.set(effect.key, (world.performed.get(effect.key) ?? 0) + 1);
    fuse.touch();
    return Promise.resolve(effectDone(effect.key));
  });
  const tick = createTick({ runStore, outbox, queue, transition: toyTransition(sampleRun, issue) });
  const performEffect = createPerformEffect({ runStore, outbox, queue, table, clock, telemetry, random: () => 0 });
  // Other tests' runs in the same database are none of this one's business.
  const reconcileStore = {
    ...runStore,
    unfinished: async () => (await runStore.unfinished()).filter((id) => id === runId),
  };
  const reconcile = createReconcile({
    runStore: reconcileStore,
    outbox,
    queue,
    telemetry,
    reconcileRun: () => Promise.resolve(),
  });
  return {
    queue: memory,
    submit: (key) => createSubmitEvent({ runStore, queue })(runId, key, replied(issue, key)),
    async work() {
      await memory.work(
        async (job: Job) => {
          if (job.kind === 'effect') return performEffect(job.runId, job.key);
          if (job.kind === 'tick') await tick(job.runId);
          return { done: true };
        },
        { concurrency: 1 },
      );
      await reconcile();
    },
  };
}

/** Everything there is to do, the time passing as it must. A process that is killed stays where it was. */
async function finishWork(process: Process, clock: ManualClock, fuse: Fuse): Promise<void> {
  await process.work();
  for (let due = process.queue.nextDue(); due !== null && !fuse.dead; due = process.queue.nextDue()) {
    if (due > clock.now()) clock.set(due);
    await process.queue.drain();
  }
}

describe('a run survives whatever happens to its process', () => {
  let store: Store;
  let issue = 0;
  const clock = createManualClock();

  beforeAll(async () => {
    store = await openStore({ memory: true }, { clock, telemetry: createSilentTelemetry() });
  });
  afterAll(() => store.close());

  /** Lives a story to its end: deliveries in the given order, repeated until they are taken, and a new process after each crash. */
  async function live(deliveries: readonly string[], crashes: readonly number[]) {
    issue += 1;
    const runId = sampleRun(issue).id;
    const fuse = createFuse(crashes);
    const world: World = { performed: new Map() };
    const key = (name: string): string => `${runId}/${name}`;
    let process = startProcess(store, clock, world, issue, fuse);
    const undelivered = [...deliveries];
    for (;;) {
      try {
        for (let next = undelivered[0]; next !== undefined; next = undelivered[0]) {
          await process.submit(key(next));
          undelivered.shift();
        }
        await finishWork(process, clock, fuse);
      } catch (error) {
        if (!fuse.dead) throw error;
      }
      if (!fuse.dead) break;
      fuse.revive();
      process = startProcess(store, clock, world, issue, fuse);
    }
    const events = noted(await store.runStore.load(runId)).map((name) => name.replace(runId, ''));
    const left = await store.outbox.pending({ relayed: true, limit: 10, runId });
    return {
      events,
      left,
      steps: fuse.touched,
      performed: [...world.performed.keys()].map((name) => name.replace(runId, '')),
    };
  }

  const sorted = (names: readonly string[]): string[] => [...names].sort();

  it('comes to the same end, each answer exactly once, with deliveries doubled and reordered and a crash at any step', async () => {
    const undisturbed = await live(['1', '2'], []);
    expect(undisturbed.left).toEqual([]);
    expect(new Set(undisturbed.events).size).toBe(undisturbed.events.length);
    const isShown = (name: string): boolean => name.endsWith('status');
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(['1', '2', '1', '2', '2'], { minLength: 5 }),
        fc.array(fc.nat({ max: 60 }), { maxLength: 8 }),
        async (deliveries, crashes) => {
          const disturbed = await live(deliveries, crashes);
          expect(sorted(disturbed.events)).toEqual(sorted(undisturbed.events));
          expect(disturbed.left).toEqual([]);
          const work = (names: readonly string[]) => sorted(names.filter((name) => !isShown(name)));
          expect(work(disturbed.performed)).toEqual(work(undisturbed.performed));
        },
      ),
      { numRuns: 12 },
    );
  }, 300_000);

  it('comes to the same end with one crash at each third step in turn', async () => {
    const undisturbed = await live(['1'], []);
    expect(undisturbed.steps).toBeGreaterThan(100);
    for (let step = 0; step < undisturbed.steps; step += 3) {
      const disturbed = await live(['1'], [step]);
      expect(sorted(disturbed.events)).toEqual(sorted(undisturbed.events));
      expect(disturbed.left).toEqual([]);
    }
  }, 300_000);
});
