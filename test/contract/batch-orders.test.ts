import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '#adapters/store/open-store.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';
import { embeddedHarness, serverHarness, type StoreHarness } from '#test/support/store-servers.ts';

const harnesses = [
  ['the embedded database', embeddedHarness],
  ['a PostgreSQL server', serverHarness],
] as const;

describe.each(harnesses)('which batch holds an answer, on %s', (_name, createHarness) => {
  let harness: StoreHarness;
  let store: Store;

  beforeAll(async () => {
    harness = await createHarness();
    store = await harness.open({ clock: createManualClock(), telemetry: createSilentTelemetry() });
  });
  afterAll(async () => {
    await store.close();
    await harness.close();
  });

  it('is kept for each request, the latest order counts, and one can be forgotten', async () => {
    const { batchOrders } = store;
    await batchOrders.remember('batch-1', ['a', 'b']);
    await batchOrders.remember('batch-2', ['b', 'c']);
    await batchOrders.remember('batch-3', []);
    expect(await Promise.all(['a', 'b', 'c', 'd'].map((hash) => batchOrders.find(hash)))).toEqual([
      'batch-1',
      'batch-2',
      'batch-2',
      null,
    ]);
    await batchOrders.forget('b');
    await batchOrders.forget('never');
    expect(await batchOrders.find('b')).toBeNull();
    expect(await batchOrders.find('c')).toBe('batch-2');
  });
});
