import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '#adapters/store/open-store.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';
import { embeddedHarness, serverHarness, type StoreHarness } from '#test/support/store-servers.ts';

const harnesses = [
  ['the embedded database', embeddedHarness],
  ['a PostgreSQL server', serverHarness],
] as const;

describe.each(harnesses)('texts on %s', (_name, createHarness) => {
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

  it('gives back any text under the SHA-256 of its UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const hash = await store.blobs.put(text);
        expect(hash).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
        expect(await store.blobs.get(hash)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('stores the same text once, however often and at once', async () => {
    const hashes = await Promise.all(Array.from({ length: 20 }, () => store.blobs.put('the same')));
    expect(new Set(hashes).size).toBe(1);
  });

  it('holds a text of several megabytes', async () => {
    const text = 'ä 😀 line\n'.repeat(400_000);
    expect(await store.blobs.get(await store.blobs.put(text))).toBe(text);
  });

  it('refuses an unknown hash', async () => {
    await expect(store.blobs.get('0'.repeat(64))).rejects.toMatchObject({ code: 'internal' });
  });
});
