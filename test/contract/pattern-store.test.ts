import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '#adapters/store/open-store.ts';
import type { Learned } from '#ports/pattern-store.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';
import { embeddedHarness, serverHarness, type StoreHarness } from '#test/support/store-servers.ts';

const harnesses = [
  ['the embedded database', embeddedHarness],
  ['a PostgreSQL server', serverHarness],
] as const;

const lesson: Learned = {
  repository: 'acme/till',
  path: 'src/total.ts',
  name: 'sum',
  text: 'export function sum() {}\u0000',
  outcome: 'approved',
  feedback: '',
};

describe.each(harnesses)('what reviews taught, on %s', (_name, createHarness) => {
  let harness: StoreHarness;
  let store: Store;
  const clock = createManualClock();

  beforeAll(async () => {
    harness = await createHarness();
    store = await harness.open({ clock, telemetry: createSilentTelemetry() });
  });
  afterAll(async () => {
    await store.close();
    await harness.close();
  });

  it('is kept once under its key, the newest first', async () => {
    await store.patterns.remember(1, 'a', lesson);
    await store.patterns.remember(1, 'a', { ...lesson, text: 'another' });
    clock.advance(1000);
    await store.patterns.remember(1, 'b', { ...lesson, outcome: 'regenerated', feedback: 'No loops, please.' });
    const found = await store.patterns.of(1, 10);
    expect(found.map(({ outcome }) => outcome)).toEqual(['regenerated', 'approved']);
    expect(found[1]).toEqual(lesson);
    expect(await store.patterns.of(1, 1)).toHaveLength(1);
  });

  it('never crosses installations, even under the same key', async () => {
    await store.patterns.remember(2, 'a', { ...lesson, repository: 'other/secret' });
    expect((await store.patterns.of(1, 100)).map(({ repository }) => repository)).not.toContain('other/secret');
    expect(await store.patterns.of(2, 100)).toEqual([{ ...lesson, repository: 'other/secret' }]);
    expect(await store.patterns.of(3, 100)).toEqual([]);
  });
});
