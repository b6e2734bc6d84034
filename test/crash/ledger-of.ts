import { isDisplayOnly } from '#domain/run/transition/display-only.ts';
import { openStore, type StoreLocation } from '#adapters/store/open-store.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';

/** What a run's store holds once all of its processes are gone. */
export async function ledgerOf(location: StoreLocation, run: string) {
  const store = await openStore(location, { clock: { now: () => new Date() }, telemetry: createSilentTelemetry() });
  const { usd, calls } = await store.ledger.spending(run);
  const pending = await store.outbox.pending({ relayed: true, limit: 100 });
  // Edits that only show something wait for their time, also those that a newer one has made needless.
  const left = pending.filter(({ effect }) => !isDisplayOnly(effect));
  const stage = (await store.runStore.load(run))?.stage;
  await store.close();
  return { usd: usd.toFixed(6), calls, left, stage };
}
