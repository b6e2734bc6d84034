import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';
import { serverHarness, type StoreHarness } from '#test/support/store-servers.ts';

/** In a folder, since a database in memory would not outlive a restart. */
async function folderHarness(): Promise<StoreHarness> {
  const folder = await mkdtemp(join(tmpdir(), 'mge-texts-'));
  return {
    open: (dependencies) => openStore({ folder: join(folder, 'store') }, dependencies),
    openAgain: null,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

const harnesses = [
  ['the embedded database', folderHarness],
  ['a PostgreSQL server', serverHarness],
] as const;

describe.each(harnesses)('texts on %s', (_name, createHarness) => {
  let harness: StoreHarness;
  let store: Store;

  const start = (): Promise<Store> => harness.open({ clock: createManualClock(), telemetry: createSilentTelemetry() });

  beforeAll(async () => {
    harness = await createHarness();
    store = await start();
  });
  afterAll(async () => {
    await store.close();
    await harness.close();
  });

  it('gives back any text under the SHA-256 of its UTF-8, at once and after a restart', async () => {
    const texts = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const hash = await store.blobs.put(text);
        expect(hash).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
        expect(await store.blobs.get(hash)).toBe(text);
        texts.set(hash, text);
      }),
      { numRuns: 60 },
    );
    await store.close();
    store = await start();
    for (const [hash, text] of texts) expect(await store.blobs.get(hash)).toBe(text);
  });

  it('stores the same text once, however often and at once', async () => {
    const hashes = await Promise.all(Array.from({ length: 20 }, () => store.blobs.put('the same')));
    expect(new Set(hashes).size).toBe(1);
  });

  it('holds a text of several megabytes', async () => {
    const text = 'ä 😀 line\n'.repeat(400_000);
    const hash = await store.blobs.put(text);
    expect(await store.blobs.get(hash)).toBe(text);
    await store.close();
    store = await start();
    expect(await store.blobs.get(hash)).toBe(text);
  });

  it('gives what was lately stored or read without asking the database again', async () => {
    const before = store;
    const stored = await before.blobs.put('at hand');
    const elsewhere = await before.blobs.put('to be read once');
    await before.close();
    store = await start();
    await store.blobs.get(elsewhere);
    await store.close();
    expect(await before.blobs.get(stored)).toBe('at hand');
    expect(await store.blobs.get(elsewhere)).toBe('to be read once');
    await expect(store.blobs.get(stored)).rejects.toMatchObject({ code: expect.any(String) });
    store = await start();
  });

  it('refuses an unknown hash', async () => {
    await expect(store.blobs.get('0'.repeat(64))).rejects.toMatchObject({ code: 'internal' });
  });
});
