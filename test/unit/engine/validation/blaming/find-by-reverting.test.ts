import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findByReverting } from '#engine/validation/blaming/find-by-reverting.ts';

/** A case that passes when all of one of these groups stand as they were. */
function ask(ids: readonly string[], mending: readonly (readonly string[])[], known: readonly string[] = ids) {
  let probes = 0;
  const found = findByReverting(ids, {
    symbols: new Set(known),
    passes: (reverted) => {
      probes += 1;
      return Promise.resolve(mending.some((group) => group.every((id) => reverted.has(id))));
    },
  });
  return found.then((symbol) => ({ symbol, probes }));
}

const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `s${index}`);

describe('the culprit among functions that stood there before', () => {
  it('is the one whose earlier version mends the case, in ceil(log2 n) + 1 probes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 128 }), fc.nat(), async (count, seed) => {
        const wrong = `s${seed % count}`;
        const { symbol, probes } = await ask(many(count), [[wrong]]);
        expect(symbol).toBe(wrong);
        expect(probes).toBeLessThanOrEqual(Math.ceil(Math.log2(count)) + 1);
      }),
      { numRuns: 60 },
    );
  });

  it('is one of those that only mend it together, and one of those that each mend it', async () => {
    expect(['s1', 's6']).toContain((await ask(many(8), [['s1', 's6']])).symbol);
    expect(['s2', 's3']).toContain((await ask(many(8), [['s2'], ['s3']])).symbol);
  });

  it('is nobody where the case fails with all of them as they were, or none of them stood there before', async () => {
    expect(await ask(many(8), [])).toEqual({ symbol: null, probes: 1 });
    expect(await ask(many(8), [['s1']], ['s2', 's3'])).toEqual({ symbol: null, probes: 1 });
    expect(await ask(many(8), [['s1']], [])).toEqual({ symbol: null, probes: 0 });
  });
});
