import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SymbolState } from '#domain/build/symbol-state.ts';
import { confidenceOf } from '#domain/review/confidence.ts';
import { atomState, symbolState } from '#test/support/run-samples.ts';

const limits = { lines: 10, complexity: 3 };
const proved: SymbolState = {
  ...symbolState('a.f', 0),
  progress: 'validated',
  checks: { passed: 4, failed: 0, notExecuted: 0 },
};
const counts = fc.record({ passed: fc.nat(9), failed: fc.nat(9), notExecuted: fc.nat(9) });
const states = fc
  .record({
    attempts: fc.integer({ min: 1, max: 5 }),
    checks: counts,
    progress: fc.constantFrom('validated' as const, 'flagged' as const, 'unproved' as const),
  })
  .map((facts): SymbolState => ({ ...symbolState('a.f', 0), ...facts }));
const sizes = fc.record({ loc: fc.integer({ min: 1, max: 60 }), complexity: fc.integer({ min: 1, max: 20 }) });

describe('the confidence of a symbol', () => {
  it('is what the four parts weigh together', () => {
    const small = [{ ...atomState('a.f'), loc: 5, complexity: 1 }];
    expect(confidenceOf(proved, small, limits)).toEqual({
      score: 0.95,
      parts: { validation: 1, attempts: 1, complexity: 0.75, integration: 1 },
    });
    expect(confidenceOf({ ...proved, attempts: 2 }, small, limits).score).toBeCloseTo(0.83);
    expect(confidenceOf({ ...proved, attempts: 3 }, small, limits).score).toBeCloseTo(0.74);
  });

  it('trusts no attempt of a symbol that failed them all', () => {
    expect(confidenceOf({ ...proved, progress: 'flagged', attempts: 1 }, [], limits).parts).toMatchObject({
      attempts: 0,
      integration: 0,
    });
  });

  it('lies between 0 and 1 whatever the facts', () => {
    fc.assert(
      fc.property(states, sizes, (state, size) => {
        const { score } = confidenceOf(state, [{ ...atomState('a.f'), ...size }], limits);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never falls when a check more passes, and never rises with an attempt more or a line more', () => {
    fc.assert(
      fc.property(states, sizes, (state, size) => {
        const score = (each: SymbolState, loc = size.loc): number =>
          confidenceOf(each, [{ ...atomState('a.f'), ...size, loc }], limits).score;
        const better = { ...state, checks: { ...state.checks, passed: state.checks.passed + 1 } };
        expect(score(better)).toBeGreaterThanOrEqual(score(state));
        expect(score({ ...state, attempts: state.attempts + 1 })).toBeLessThanOrEqual(score(state));
        expect(score(state, size.loc + 1)).toBeLessThanOrEqual(score(state));
      }),
    );
  });
});
