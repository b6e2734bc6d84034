import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '#adapters/store/open-store.ts';
import type { ModelCall } from '#ports/ledger.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';
import { labelled, sampleRun } from '#test/support/store-samples.ts';
import { embeddedHarness, serverHarness, type StoreHarness } from '#test/support/store-servers.ts';

const harnesses = [
  ['the embedded database', embeddedHarness],
  ['a PostgreSQL server', serverHarness],
] as const;

function call(run: string, requestHash: string, costUsd: number, stage = 'draft'): ModelCall {
  return {
    requestHash,
    run,
    stage,
    subject: 'T1',
    attempt: 1,
    model: 'claude-sonnet-5-5',
    response: `{"text":"null \u0000 and 😀"}`,
    stopReason: 'end_turn',
    tokens: { input: 1000, output: 200, cacheRead: 30, cacheWrite: 4 },
    costUsd,
  };
}

describe.each(harnesses)('the money on %s', (_name, createHarness) => {
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

  it('books a call once and finds it again, word for word', async () => {
    const run = randomUUID();
    const booked = call(run, randomUUID(), 0.0123456789);
    expect(await store.ledger.find(booked.requestHash)).toBeNull();
    await store.ledger.settle(booked);
    await store.ledger.settle({ ...booked, costUsd: 99 });
    expect(await store.ledger.find(booked.requestHash)).toEqual(booked);
    expect(await store.ledger.spending(run)).toEqual({
      usd: booked.costUsd,
      calls: 1,
      byStage: { draft: { usd: booked.costUsd, calls: 1, tokens: 1234 } },
    });
  });

  it('adds up by stage', async () => {
    const run = randomUUID();
    for (const stage of ['draft', 'draft', 'discovery'])
      await store.ledger.settle(call(run, randomUUID(), 0.25, stage));
    const spending = await store.ledger.spending(run);
    expect(spending).toMatchObject({ usd: 0.75, calls: 3 });
    expect(spending.byStage['draft']).toEqual({ usd: 0.5, calls: 2, tokens: 2468 });
    expect(await store.ledger.spending(randomUUID())).toEqual({ usd: 0, calls: 0, byStage: {} });
  });

  it('counts a reservation as spent until it is settled or released', async () => {
    const run = randomUUID();
    const [first, second] = [randomUUID(), randomUUID()];
    expect(await store.ledger.reserve(run, first, 6, 10)).toBe('granted');
    expect(await store.ledger.reserve(run, second, 5, 10)).toBe('over-cap');
    await store.ledger.settle(call(run, first, 1));
    expect(await store.ledger.reserve(run, second, 5, 10)).toBe('granted');
    expect(await store.ledger.reserve(run, randomUUID(), 5, 10)).toBe('over-cap');
    await store.ledger.release(second);
    expect(await store.ledger.reserve(run, randomUUID(), 5, 10)).toBe('granted');
  });

  it('lets a repeated request take its own reservation over', async () => {
    const run = randomUUID();
    const request = randomUUID();
    expect(await store.ledger.reserve(run, request, 8, 10)).toBe('granted');
    expect(await store.ledger.reserve(run, request, 9, 10)).toBe('granted');
    expect(await store.ledger.reserve(run, randomUUID(), 2, 10)).toBe('over-cap');
  });

  it('forgets a reservation that a dead process left behind', async () => {
    const run = randomUUID();
    expect(await store.ledger.reserve(run, randomUUID(), 8, 10)).toBe('granted');
    clock.advance(7 * 3_600_000);
    expect(await store.ledger.reserve(run, randomUUID(), 8, 10)).toBe('granted');
  });

  it('lets nothing more be asked for a run that has ended, and books what was under way', async () => {
    const run = sampleRun(4711);
    const [first, second] = [randomUUID(), randomUUID()];
    const become = async (stage: 'drafting' | 'cancelled'): Promise<void> => {
      await store.runStore.append(run.id, randomUUID(), labelled);
      await store.runStore.advance(run.id, () => ({ run: { ...run, stage }, effects: [] }));
    };
    await become('drafting');
    expect(await store.ledger.reserve(run.id, first, 1, 10)).toBe('granted');
    await become('cancelled');
    expect(await store.ledger.reserve(run.id, second, 1, 10)).toBe('run-over');
    await store.ledger.settle(call(run.id, first, 0.5));
    expect(await store.ledger.spending(run.id)).toMatchObject({ usd: 0.5, calls: 1 });
    await become('drafting');
    expect(await store.ledger.reserve(run.id, second, 9.5, 10)).toBe('granted');
  });

  it('never spends more than the cap, in whatever order calls begin, are answered, fail and die', async () => {
    const CAP = 1;
    const life = fc.record({
      worst: fc.integer({ min: 1, max: 60 }).map((cents) => cents / 100),
      /** What it costs in the end, as a share of its worst case. */
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      end: fc.constantFrom('answered', 'failed', 'dies'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 12 }), fc.scheduler(), async (lives, scheduler) => {
        const run = randomUUID();
        const live = async ({ worst, share, end }: (typeof lives)[number], hash: string): Promise<void> => {
          await scheduler.schedule(Promise.resolve());
          if ((await store.ledger.reserve(run, hash, worst, CAP)) !== 'granted') return;
          await scheduler.schedule(Promise.resolve());
          if (end === 'failed') await store.ledger.release(hash);
          if (end === 'answered') await store.ledger.settle(call(run, hash, worst * share));
          expect((await store.ledger.spending(run)).usd).toBeLessThanOrEqual(CAP + 1e-9);
        };
        const all = Promise.all(lives.map((each, index) => live(each, `${run}/${index}`)));
        await scheduler.waitFor(all);
        expect((await store.ledger.spending(run)).usd).toBeLessThanOrEqual(CAP + 1e-9);
      }),
      { numRuns: 25 },
    );
  });

  it('never lets reservations made at once pass the cap', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 20 }), async (cents) => {
        const run = randomUUID();
        const granted = await Promise.all(cents.map((usd) => store.ledger.reserve(run, randomUUID(), usd / 100, 1)));
        const total = cents.reduce((sum, usd, index) => sum + (granted[index] === 'granted' ? usd : 0), 0);
        expect(total).toBeLessThanOrEqual(100);
        const smallestRefused = Math.min(...cents.filter((_, index) => granted[index] === 'over-cap'), Infinity);
        expect(total + smallestRefused).toBeGreaterThan(100);
      }),
      { numRuns: 15 },
    );
  });
});
