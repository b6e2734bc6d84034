import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRetry } from '#orchestrator/decide-retry.ts';

const now = new Date('2026-11-21T09:00:00.000Z');
const failure = { code: 'x', message: '', nextStep: '' };
const later = (milliseconds: number): Date => new Date(now.getTime() + milliseconds);

describe('whether a failed effect is tried again', () => {
  it('tries three times in all, waiting longer each time', () => {
    const classified = { failure: { ...failure, retry: 'retry' as const }, until: null };
    const decide = (tries: number) => decideRetry({ classified, tries, now, random: () => 0.5 });
    expect(decide(0)).toEqual({ until: later(1000), counts: true });
    expect(decide(1)).toEqual({ until: later(9000), counts: true });
    expect(decide(2)).toBeNull();
  });

  it('spreads the tries of effects that failed together', () => {
    const classified = { failure: { ...failure, retry: 'retry' as const }, until: null };
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (chance) => {
        const until = decideRetry({ classified, tries: 0, now, random: () => chance })?.until;
        expect(until?.getTime()).toBeGreaterThanOrEqual(later(750).getTime());
        expect(until?.getTime()).toBeLessThanOrEqual(later(1250).getTime());
      }),
    );
  });

  it('waits for a given time without using up a try, yet never in a busy loop', () => {
    const wait = (until: Date | null) =>
      decideRetry({
        classified: { failure: { ...failure, retry: 'wait-until' }, until },
        tries: 2,
        now,
        random: () => 0,
      });
    expect(wait(later(60_000))).toEqual({ until: later(60_000), counts: false });
    expect(wait(later(-5))).toEqual({ until: later(1000), counts: false });
    expect(wait(null)).toBeNull();
  });

  it.each(['give-up', 'ask-human'] as const)('does not try again: %s', (retry) => {
    const classified = { failure: { ...failure, retry }, until: later(5) };
    expect(decideRetry({ classified, tries: 0, now, random: () => 0 })).toBeNull();
  });
});
