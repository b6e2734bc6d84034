import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layStubs, lineOfOffset, offsetOfPlace } from '#engine/validation/running/stubbed-text.ts';

const anyStubs = fc.string({ maxLength: 200, unit: 'grapheme' }).chain((text) =>
  fc.record({
    text: fc.constant(text),
    stubs: fc
      .uniqueArray(fc.nat(text.length), { maxLength: 8 })
      .map((cuts) => cuts.toSorted((left, right) => left - right))
      .map((cuts) =>
        cuts.flatMap((start, index) =>
          index % 2 === 0 && cuts[index + 1] !== undefined
            ? [{ start, end: cuts[index + 1] ?? start, text: '{stub}' }]
            : [],
        ),
      ),
  }),
);

describe('layStubs', () => {
  it('changes nothing outside the stubs, and finds the way back for every kept character', () => {
    fc.assert(
      fc.property(anyStubs, ({ text, stubs }) => {
        const laid = layStubs(text, stubs);
        const isKept = (original: number) => !stubs.some((stub) => stub.start <= original && original < stub.end);
        const shown = Array.from({ length: laid.text.length }, (_, offset) => ({
          offset,
          original: laid.toOriginal(offset),
        }));
        // The end of a stub at the end of the text has no character to compare with.
        const back = shown.filter(({ original }) => isKept(original) && original < text.length);
        expect(back.map(({ offset }) => laid.text[offset])).toEqual(back.map(({ original }) => text[original]));
        const kept = text.length - stubs.reduce((sum, stub) => sum + stub.end - stub.start, 0);
        expect(laid.text.length).toBe(kept + stubs.length * '{stub}'.length);
      }),
    );
  });

  it('places an error behind a stub where it stands in the candidate', () => {
    const original = 'a {\n long\n body\n}\nb: error\n';
    const laid = layStubs(original, [{ start: 2, end: 17, text: '{}' }]);
    expect(laid.text).toBe('a {}\nb: error\n');
    const offset = laid.toOriginal(offsetOfPlace(laid.text, 2, 4));
    expect(original.slice(offset)).toBe('error\n');
    expect(lineOfOffset(original, offset)).toBe(5);
  });

  it('leaves out stubs that do not fit the text', () => {
    expect(layStubs('short', [{ start: 2, end: 99, text: 'x' }]).text).toBe('short');
    expect(
      layStubs('abcdef', [
        { start: 0, end: 4, text: 'x' },
        { start: 2, end: 5, text: 'y' },
      ]).text,
    ).toBe('xef');
  });
});
