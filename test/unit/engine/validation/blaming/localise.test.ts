import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localise } from '#engine/validation/blaming/localise.ts';

describe('localise', () => {
  it('puts the helper before its caller when the same cases reach both', () => {
    const ranked = localise(
      [
        { symbol: 'caller', level: 3, isSubject: false, failing: 2, passing: 1 },
        { symbol: 'helper', level: 1, isSubject: false, failing: 2, passing: 1 },
      ],
      2,
    );
    expect(ranked.map((one) => one.symbol)).toEqual(['helper', 'caller']);
  });

  it('puts the subject of a hanging test before its helpers', () => {
    const ranked = localise(
      [
        { symbol: 'subject', level: 3, isSubject: true, failing: 1, passing: 0 },
        { symbol: 'helper', level: 1, isSubject: false, failing: 1, passing: 0 },
      ],
      1,
    );
    expect(ranked.map((one) => one.symbol)).toEqual(['subject', 'helper']);
  });

  it('puts first what failing cases reach and passing cases do not', () => {
    const ranked = localise(
      [
        { symbol: 'shared', level: 0, isSubject: false, failing: 1, passing: 9 },
        { symbol: 'alone', level: 2, isSubject: false, failing: 1, passing: 0 },
      ],
      1,
    );
    expect(ranked[0]).toMatchObject({ symbol: 'alone', suspicion: 1 });
  });

  it('never suspects what no failing case reaches, and keeps suspicion within 0 and 1', () => {
    const reach = fc.record({
      symbol: fc.string(),
      level: fc.nat(9),
      isSubject: fc.boolean(),
      failing: fc.nat(5),
      passing: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(reach), (reaches) => {
        const ranked = localise(reaches, 5);
        expect(ranked.every((one) => one.failing > 0 && one.suspicion > 0 && one.suspicion <= 1)).toBe(true);
      }),
    );
  });
});
