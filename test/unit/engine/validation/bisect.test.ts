import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bisect, type ProbeAnswer } from '#engine/validation/bisect.ts';

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `s${index}`);

/** A case that fails exactly when all of `needed` are live; otherwise it meets a stub. */
function caseNeeding(needed: readonly string[], tells: boolean) {
  let asked = 0;
  const probe = (live: ReadonlySet<string>): Promise<ProbeAnswer> => {
    asked += 1;
    const missing = needed.filter((id) => !live.has(id));
    if (missing.length === 0) return Promise.resolve({ outcome: 'failed' });
    return Promise.resolve(tells ? { outcome: 'skipped', reached: missing.slice(0, 1) } : { outcome: 'skipped' });
  };
  return { probe, asked: () => asked };
}

const anyCase = fc.integer({ min: 1, max: 200 }).chain((count) =>
  fc.record({
    order: fc.constant(names(count)),
    needed: fc.uniqueArray(fc.integer({ min: 0, max: count - 1 }), { minLength: 1, maxLength: 6 }),
  }),
);

describe('bisect', () => {
  it('finds a single culprit within ceil(log2 n) + 3 probes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 500 }), fc.nat(), async (count, seed) => {
        const culprit = `s${seed % count}`;
        const answer = await bisect({ order: names(count), budget: 100, probe: caseNeeding([culprit], false).probe });
        expect(answer).toMatchObject({ kind: 'group', members: [culprit] });
        expect(answer.probes).toBeLessThanOrEqual(Math.ceil(Math.log2(count)) + 3);
      }),
    );
  });

  it('finds exactly the group that fails only together, in topological order', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, fc.boolean(), async ({ order, needed }, tells) => {
        const group = needed.map((index) => `s${index}`);
        const answer = await bisect({ order, budget: 1000, probe: caseNeeding(group, tells).probe });
        expect(answer).toMatchObject({ kind: 'group', members: order.filter((id) => group.includes(id)) });
      }),
    );
  });

  it('needs one probe for each member where the stub that was met is named', async () => {
    const pair = caseNeeding(['s3', 's90'], true);
    await bisect({ order: names(100), budget: 100, probe: pair.probe });
    expect(pair.asked()).toBe(3);
  });

  it('says that nobody is to blame when the case fails with nothing live', async () => {
    const answer = await bisect({ order: names(8), budget: 100, probe: () => Promise.resolve({ outcome: 'failed' }) });
    expect(answer).toEqual({ kind: 'group', members: [], probes: 1 });
  });

  it('calls a case flaky that does not fail again, instead of blaming the last candidate', async () => {
    const answer = await bisect({ order: names(8), budget: 100, probe: () => Promise.resolve({ outcome: 'passed' }) });
    expect(answer.kind).toBe('flaky');
  });

  it('keeps to its budget', async () => {
    await fc.assert(
      fc.asyncProperty(anyCase, fc.integer({ min: 1, max: 12 }), async ({ order, needed }, budget) => {
        const one = caseNeeding(
          needed.map((index) => `s${index}`),
          false,
        );
        await bisect({ order, budget, probe: one.probe });
        expect(one.asked()).toBeLessThanOrEqual(budget + 1);
      }),
    );
  });
});
