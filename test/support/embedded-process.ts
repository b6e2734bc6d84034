import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { openQueue } from '#adapters/queue/open-queue.ts';
import { openStore } from '#adapters/store/open-store.ts';
import { systemClock } from '#adapters/clock/system-clock.ts';
import { createPerformEffect } from '#orchestrator/perform-effect.ts';
import { createReconcile } from '#orchestrator/reconcile.ts';
import { startWorker } from '#orchestrator/start-worker.ts';
import { createSubmitEvent } from '#orchestrator/submit-event.ts';
import { createTick } from '#orchestrator/tick.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';
import { effectDone, noted, RUN_ID, sampleRun } from '#test/support/store-samples.ts';
import { replied, sameForAll, toyTransition } from '#test/support/toy-world.ts';

/**
 * A whole MGE process on the embedded database, with the toy world for its work: takes the deliveries it is given, does
 * everything that comes of them, says so, and ends. May be killed at any moment and started again on the same folder.
 * Arguments: the data folder, how many answers there must be in the end, the deliveries.
 */
const [folder = '', expected = '0', ...deliveries] = process.argv.slice(2);

const telemetry = createSilentTelemetry();
const clock = systemClock;
const store = await openStore({ folder }, { clock, telemetry });
const queue = await openQueue({ pool: store.queuePool(), exclusive: store.exclusive }, telemetry);
const { runStore, outbox } = store;
const table = sameForAll((_run, effect) => {
  appendFileSync(join(folder, 'performed.log'), `${effect.key}\n`);
  return Promise.resolve(effectDone(effect.key));
});
const worker = await startWorker(
  {
    queue,
    telemetry,
    tick: createTick({ runStore, outbox, queue, transition: toyTransition(sampleRun, 1) }),
    performEffect: createPerformEffect({ runStore, outbox, queue, table, clock, telemetry, random: Math.random }),
    setUpNext: () => Promise.resolve({ done: true }),
    reconcile: createReconcile({ runStore, outbox, queue, telemetry, reconcileRun: () => Promise.resolve() }),
  },
  { concurrency: 4, reconcileMs: 60_000 },
);
const submit = createSubmitEvent({ runStore, queue });
for (const key of deliveries) await submit(RUN_ID, key, replied(1, key));
while (noted(await runStore.load(RUN_ID)).length < Number(expected)) {
  await new Promise((resolve) => setTimeout(resolve, 10));
}
await worker.close();
await store.close();
process.stdout.write('finished\n');
