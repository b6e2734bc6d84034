import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '#adapters/store/open-store.ts';
import type { AskedSetup } from '#domain/setup/repository-setup.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';
import { embeddedHarness, serverHarness, type StoreHarness } from '#test/support/store-servers.ts';

const harnesses = [
  ['the embedded database', embeddedHarness],
  ['a PostgreSQL server', serverHarness],
] as const;
const name = (index: number) => ({ owner: 'acme', name: `r${String(index).padStart(4, '0')}` });

describe.each(harnesses)('repositories to look at, on %s', (_name, createHarness) => {
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

  async function next(installationId: number): Promise<AskedSetup> {
    const found = await store.setups.next(installationId);
    if (found === null) throw new Error('nothing waits');
    return found.asked;
  }

  it('come in order, each once, however often they were asked for', async () => {
    await store.setups.ask(1, [name(1), name(2)]);
    await store.setups.ask(1, [name(1)]);
    expect(await next(1)).toEqual({ ...name(1), installationId: 1, askedAt: clock.now(), tries: 0 });
    await store.setups.settle(await next(1), 'ready');
    expect((await next(1)).name).toBe(name(2).name);
    await store.setups.settle(await next(1), 'skipped');
    expect(await store.setups.next(1)).toBeNull();
    await store.setups.ask(1, [name(2)]);
    expect((await next(1)).name).toBe(name(2).name);
  });

  it('stand back when they were tried in vain, and tell when a pull request was last opened', async () => {
    await store.setups.ask(2, [name(1), name(2)]);
    const until = new Date(clock.now().getTime() + 5_000);
    await store.setups.postpone(await next(2), until);
    expect((await store.setups.next(2))?.lastOpenedAt).toBeNull();
    clock.advance(1_000);
    await store.setups.settle(await next(2), 'opened');
    expect(await store.setups.next(2)).toMatchObject({
      asked: { name: name(1).name, tries: 1 },
      notBefore: until,
      lastOpenedAt: clock.now(),
    });
  });

  it('are kept apart by installation, two thousand as well as none', async () => {
    await store.setups.ask(
      3,
      Array.from({ length: 2_000 }, (_, index) => name(index)),
    );
    await store.setups.ask(4, []);
    expect(await store.setups.waiting()).toEqual([1, 2, 3]);
    expect((await next(3)).name).toBe('r0000');
    expect(await store.setups.next(4)).toBeNull();
  });
});
