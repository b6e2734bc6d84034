import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bisect, type ProbeAnswer } from '#engine/validation/blaming/bisect.ts';

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
  it('finds a single culprit within ceil(log2 n) + 1 probes, whether or not stubs are named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 128 }), fc.nat(), fc.boolean(), async (count, seed, tells) => {
        const culprit = `s${seed % count}`;
        const answer = await bisect({ order: names(count), budget: 100, probe: caseNeeding([culprit], tells).probe });
        expect(answer).toMatchObject({ kind: 'group', members: [culprit] });
        expect(answer.probes).toBeLessThanOrEqual(Math.ceil(Math.log2(count)) + 1);
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
    expect(answer).toEqual({ kind: 'group', members: [], probes: 4 });
  });

  it('calls a case flaky that does not fail again, instead of blaming the last candidate', async () => {
    const answer = await bisect({ order: names(8), budget: 100, probe: () => Promise.resolve({ outcome: 'passed' }) });
    expect(answer.kind).toBe('flaky');
  });

  it('finds the first of two culprits that each fail alone, and the other once the first is a stub', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 2, max: 128 })
          .chain((count) =>
            fc.tuple(fc.constant(count), fc.uniqueArray(fc.nat(count - 1), { minLength: 2, maxLength: 2 })),
          ),
        async ([count, pair]) => {
          const culprits = new Set(pair.map((index) => `s${index}`));
          const probe = (live: ReadonlySet<string>): Promise<ProbeAnswer> =>
            Promise.resolve({ outcome: [...culprits].some((id) => live.has(id)) ? 'failed' : 'passed' });
          const order = names(count);
          const found: string[] = [];
          while (culprits.size > 0) {
            const rest = order.filter((id) => !found.includes(id));
            const answer = await bisect({ order: rest, budget: 100, probe });
            const [first = ''] = answer.kind === 'group' ? answer.members : [];
            expect(culprits.delete(first)).toBe(true);
            found.push(first);
          }
          expect(found).toEqual(order.filter((id) => found.includes(id)));
        },
      ),
    );
  });

  it('finds a pair that fails only together within two searches', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 2, max: 128 })
          .chain((count) =>
            fc.tuple(fc.constant(count), fc.uniqueArray(fc.nat(count - 1), { minLength: 2, maxLength: 2 })),
          ),
        async ([count, indices]) => {
          const pair = indices.toSorted((left, right) => left - right).map((index) => `s${index}`);
          const answer = await bisect({ order: names(count), budget: 100, probe: caseNeeding(pair, false).probe });
          expect(answer).toMatchObject({ kind: 'group', members: pair });
          expect(answer.probes).toBeLessThanOrEqual(2 * (Math.ceil(Math.log2(count)) + 1) + 1);
        },
      ),
    );
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
