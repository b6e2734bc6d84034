import { openStore, type StoreLocation } from '#adapters/store/open-store.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';

/** What a run's store holds once all of its processes are gone. */
export async function ledgerOf(location: StoreLocation, run: string) {
  const store = await openStore(location, { clock: { now: () => new Date() }, telemetry: createSilentTelemetry() });
  const { usd, calls } = await store.ledger.spending(run);
  const left = await store.outbox.pending({ relayed: true, limit: 10 });
  const unfinished = await store.runStore.unfinished();
  await store.close();
  return { usd: usd.toFixed(6), calls, left, unfinished };
}
