import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairTurn } from '#adapters/queue/fair-turn.ts';

const second = fc.integer({ min: 0, max: 4_000_000_000 });
const at = (seconds: number): Date => new Date(seconds * 1000);

describe('the turn of a slow job', () => {
  it('is a whole number that the queue library takes, at any time and for any place', () => {
    fc.assert(
      fc.property(second, fc.double({ min: -5, max: 1e9, noNaN: true }), (seconds, place) => {
        const turn = fairTurn(at(seconds), place);
        expect(Number.isInteger(turn)).toBe(true);
        expect(turn).toBeGreaterThanOrEqual(1);
        expect(turn).toBeLessThan(2 ** 21);
      }),
    );
  });

  it('keeps the order of a run that is handed in at once', () => {
    fc.assert(
      fc.property(second, fc.nat(5000), (seconds, place) => {
        expect(fairTurn(at(seconds), place + 1)).toBeGreaterThan(fairTurn(at(seconds), place));
      }),
    );
  });

  it('lets nobody starve: the last of a hundred goes before anything that comes ten minutes later', () => {
    const now = at(1_000_000);
    expect(fairTurn(now, 99)).toBeLessThan(fairTurn(at(1_000_600), 0));
  });
});
