import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '#adapters/store/open-store.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';
import { embeddedHarness, serverHarness, type StoreHarness } from '#test/support/store-servers.ts';

const LIMITS = { creatingPerMinute: 4, creatingPerHour: 9, perHour: 15 };
const MINUTE = 60_000;

interface Sent {
  readonly at: number;
  readonly creating: boolean;
}

const most = (sent: readonly Sent[], stretch: number): number =>
  Math.max(0, ...sent.map(({ at }) => sent.filter((other) => other.at > at - stretch && other.at <= at).length));

describe.each([
  ['the embedded database', embeddedHarness],
  ['a PostgreSQL server', serverHarness],
] as const)('GitHub’s limits on %s', (_name, createHarness) => {
  let harness: StoreHarness;
  let stores: readonly Store[];
  const clock = createManualClock();
  const requestLimits = LIMITS;
  let installation = 0;

  beforeAll(async () => {
    harness = await createHarness();
    const dependencies = { clock, telemetry: createSilentTelemetry(), requestLimits };
    const first = await harness.open(dependencies);
    stores = harness.openAgain === null ? [first] : [first, await harness.openAgain(dependencies)];
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
    await harness.close();
  });

  it('are kept in every stretch of time, by several workers at once, and all room is used', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ pause: fc.nat({ max: 5 * MINUTE }), creating: fc.boolean() }), { maxLength: 25 }),
        async (wishes) => {
          installation += 1;
          const sent: Sent[] = [];
          for (const [index, { pause, creating }] of wishes.entries()) {
            clock.set(new Date(clock.now().getTime() + pause));
            const budget = stores[index % stores.length]?.requestBudget;
            for (;;) {
              const free = await budget?.spend({ installation, creating, run: null });
              if (free === null || free === undefined) break;
              expect(free > clock.now()).toBe(true);
              clock.set(free);
            }
            sent.push({ at: clock.now().getTime(), creating });
          }
          const creating = sent.filter((each) => each.creating);
          expect(most(creating, MINUTE)).toBeLessThanOrEqual(LIMITS.creatingPerMinute);
          expect(most(creating, 60 * MINUTE)).toBeLessThanOrEqual(LIMITS.creatingPerHour);
          expect(most(sent, 60 * MINUTE)).toBeLessThanOrEqual(LIMITS.perHour);
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);

  it('hold when many ask at the same moment', async () => {
    installation += 1;
    const ask = async (index: number) =>
      stores[index % stores.length]?.requestBudget.spend({ installation, creating: true, run: null });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => ask(index)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(LIMITS.creatingPerMinute);
  });

  it('let other installations through, and wait when GitHub itself says so', async () => {
    const [store] = stores;
    installation += 1;
    const until = new Date(clock.now().getTime() + MINUTE);
    await store?.requestBudget.block(installation, until);
    expect(await store?.requestBudget.spend({ installation, creating: false, run: null })).toEqual(until);
    expect(await store?.requestBudget.spend({ installation: installation + 1, creating: false, run: null })).toBeNull();
    clock.set(until);
    expect(await store?.requestBudget.spend({ installation, creating: false, run: null })).toBeNull();
    installation += 1;
  });

  it('count what each run used', async () => {
    const [store] = stores;
    installation += 1;
    const run = `acme/shop#${installation}`;
    for (const creating of [true, false, true]) await store?.requestBudget.spend({ installation, creating, run });
    expect(await store?.requestBudget.countOf(run)).toEqual({ requests: 3, creating: 2 });
    expect(await store?.requestBudget.countOf('acme/shop#0')).toEqual({ requests: 0, creating: 0 });
  });
});
