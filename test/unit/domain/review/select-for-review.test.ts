import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Build } from '#domain/build/build.ts';
import type { SymbolState } from '#domain/build/symbol-state.ts';
import { selectForReview } from '#domain/review/select-for-review.ts';
import { atomState, symbolState } from '#test/support/run-samples.ts';

const limits = { lines: 10, complexity: 3 };

function buildOf(symbols: readonly SymbolState[]): Build {
  const empty = {
    branch: 'b',
    base: 'x',
    head: 'x',
    files: {},
    analysis: '',
    levels: [],
    replacements: [],
    batches: [],
  };
  return {
    ...empty,
    symbols: Object.fromEntries(symbols.map((symbol) => [symbol.id, symbol])),
    atoms: Object.fromEntries(symbols.map((symbol) => [`${symbol.id}#0`, atomState(symbol.id)])),
    committedLevels: 0,
    committing: false,
    pushed: null,
    suite: null,
    sandbox: null,
  };
}

function validated(id: string, attempts: number, dependents = 0): SymbolState {
  const checks = { passed: 4, failed: 0, notExecuted: 0 };
  return { ...symbolState(id, 0), progress: 'validated', attempts, dependents, checks };
}

const symbols = fc
  .array(
    fc.record({
      attempts: fc.integer({ min: 1, max: 3 }),
      dependents: fc.nat(5),
      failed: fc.boolean(),
      existing: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(({ attempts, dependents, failed, existing }, index): SymbolState => ({
      ...validated(`a.f${index}`, attempts, dependents),
      progress: failed ? 'flagged' : existing ? 'existing' : 'validated',
    })),
  );

describe('choosing what people are asked about', () => {
  it('asks about what failed first, then about the least sure', () => {
    const build = buildOf([
      ...[1, 2, 3, 4, 5, 6, 7].map((number) => validated(`a.easy${number}`, 1)),
      validated('a.hard', 3),
      validated('a.harder', 2),
      { ...validated('a.broken', 3), progress: 'flagged' },
    ]);
    expect(selectForReview(build, 0.3, limits)).toEqual(['a.broken', 'a.hard', 'a.harder']);
  });

  it('prefers, of equals, the one that more others need', () => {
    const build = buildOf([validated('a.lonely', 2, 0), validated('a.needed', 2, 7), validated('a.fine', 1)]);
    expect(selectForReview(build, 0.34, limits)).toEqual(['a.needed']);
  });

  it('asks about all that failed, however small the share', () => {
    fc.assert(
      fc.property(symbols, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const selected = selectForReview(buildOf(all), share, limits);
        const flagged = all.filter((symbol) => symbol.progress === 'flagged').map((symbol) => symbol.id);
        const own = all.filter((symbol) => symbol.progress !== 'existing').length;
        expect(selected).toEqual(expect.arrayContaining(flagged));
        expect(new Set(selected).size).toBe(selected.length);
        expect(selected).toHaveLength(Math.max(flagged.length, Math.round(own * share)));
        expect(selected.some((id) => all.find((symbol) => symbol.id === id)?.progress === 'existing')).toBe(false);
      }),
    );
  });

  it('does not depend on the order in which symbols are kept', () => {
    fc.assert(
      fc.property(symbols, (all) => {
        expect(selectForReview(buildOf(all.toReversed()), 0.2, limits)).toEqual(
          selectForReview(buildOf(all), 0.2, limits),
        );
      }),
    );
  });
});
