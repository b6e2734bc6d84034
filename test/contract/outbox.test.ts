import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '#adapters/store/open-store.ts';
import type { Effect } from '#domain/run/effect.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';
import { embeddedHarness, serverHarness, type StoreHarness } from '#test/support/store-servers.ts';
import { effectDone, labelled, noted, noting, prepare, publishStatus, sampleRun } from '#test/support/store-samples.ts';

const harnesses = [
  ['the embedded database', embeddedHarness],
  ['a PostgreSQL server', serverHarness],
] as const;

describe.each(harnesses)('the outbox on %s', (_name, createHarness) => {
  let harness: StoreHarness;
  let store: Store;
  let runId: string;
  let issue = 0;
  const clock = createManualClock();

  beforeAll(async () => {
    harness = await createHarness();
    store = await harness.open({ clock, telemetry: createSilentTelemetry() });
  });
  afterAll(async () => {
    await store.close();
    await harness.close();
  });
  beforeEach(() => {
    issue += 1;
    runId = sampleRun(issue).id;
  });

  const key = (name: string): string => `${runId}/${name}`;
  async function order(...effects: readonly Effect[]): Promise<void> {
    const event = key(`event-${effects.map((effect) => effect.key).join('+')}`);
    await store.runStore.append(runId, event, labelled);
    await store.runStore.advance(runId, (run, stored) => noting(() => effects)(run ?? sampleRun(issue), stored));
  }
  async function pending(relayed: boolean): Promise<string[]> {
    return (await store.outbox.pending({ relayed, limit: 100, runId })).map((entry) => entry.effect.key);
  }

  it('holds what transitions order, oldest first, until it is relayed and settled', async () => {
    await order(prepare(key('b')), publishStatus(key('a')));
    await order(prepare(key('c')));
    expect(await pending(false)).toEqual([key('b'), key('a'), key('c')]);
    await store.outbox.markRelayed([key('a'), key('b')]);
    expect(await pending(false)).toEqual([key('c')]);
    expect(await pending(true)).toEqual([key('b'), key('a')]);
    await store.outbox.settle(key('b'), effectDone(key('b')));
    expect(await pending(true)).toEqual([key('a')]);
    expect(await store.outbox.find(key('b'))).toBeNull();
  });

  it('takes an effect once per key, even after it was settled', async () => {
    await order(prepare(key('a')), prepare(key('a')));
    await store.outbox.settle(key('a'), effectDone(key('a')));
    await order(publishStatus(key('a')), prepare(key('b')));
    expect(await pending(false)).toEqual([key('b')]);
  });

  it('settles once, and saves what came of it as an event of the run', async () => {
    await order(prepare(key('a')));
    expect(await store.outbox.settle(key('a'), effectDone(key('a')))).toBe('saved');
    expect(await store.outbox.settle(key('a'), effectDone(key('a')))).toBe('duplicate');
    expect(await store.outbox.settle(key('unknown'), effectDone(key('unknown')))).toBe('duplicate');
    expect(await store.runStore.advance(runId, noting())).toBe(1);
    expect(noted(await store.runStore.load(runId)).at(-1)).toBe(key('a/done'));
  });

  it('keeps the entry when what came of it has a bad shape', async () => {
    await order(prepare(key('a')));
    await expect(store.outbox.settle(key('a'), JSON.parse('{"type":"prepared"}'))).rejects.toMatchObject({
      code: 'internal',
    });
    expect(await store.outbox.find(key('a'))).not.toBeNull();
    expect(await store.runStore.advance(runId, noting())).toBe(0);
  });

  it('counts tries and remembers when the next may be made', async () => {
    await order(prepare(key('a')));
    expect(await store.outbox.find(key('a'))).toMatchObject({ runId, tries: 0, notBefore: null });
    const until = new Date(clock.now().getTime() + 60_000);
    await store.outbox.postpone(key('a'), { until: clock.now(), counts: true });
    await store.outbox.postpone(key('a'), { until: clock.now(), counts: true });
    await store.outbox.postpone(key('a'), { until, counts: false });
    expect(await store.outbox.find(key('a'))).toMatchObject({ tries: 2, notBefore: until });
  });

  it('tells of older and newer unfinished effects of the same run and type', async () => {
    await order(publishStatus(key('1')), prepare(key('x')), publishStatus(key('2')), publishStatus(key('3')));
    const seen = async (name: string) => {
      const found = await store.outbox.find(key(name));
      return [found?.olderWaits, found?.newerWaits];
    };
    expect(await seen('1')).toEqual([false, true]);
    expect(await seen('2')).toEqual([true, true]);
    expect(await seen('3')).toEqual([true, false]);
    expect(await seen('x')).toEqual([false, false]);
    await store.outbox.postpone(key('1'), { until: new Date(clock.now().getTime() + 1000), counts: true });
    expect(await seen('2')).toEqual([false, true]);
    clock.advance(1000);
    expect(await seen('2')).toEqual([true, true]);
    await store.outbox.settle(key('1'), effectDone(key('1')));
    await store.outbox.settle(key('2'), effectDone(key('2')));
    expect(await seen('3')).toEqual([false, false]);
  });

  it('gives at most as many entries as asked for', async () => {
    await order(prepare(key('1')), prepare(key('2')), prepare(key('3')));
    const some = await store.outbox.pending({ relayed: false, limit: 2, runId });
    expect(some.map((entry) => entry.effect.key)).toEqual([key('1'), key('2')]);
  });
});
