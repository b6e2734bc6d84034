import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPairNumbering } from '#engine/dependencies/values/create-pair-numbering.ts';

const small = fc.nat({ max: 40 });
const large = fc.nat({ max: 2 ** 31 - 1 });
const pair = fc.tuple(fc.oneof(small, large), fc.oneof(small, large));

test('pairs have numbers in the order in which they first came, equal ones the same, however many there are', () => {
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 2000, size: 'max' }), fc.array(pair), (pairs, others) => {
      const numbers = createPairNumbering();
      const expected = new Map<string, number>();
      for (const [left, right] of pairs) {
        const key = `${left},${right}`;
        if (!expected.has(key)) expected.set(key, expected.size);
        expect(numbers.of(left, right)).toBe(expected.get(key));
      }
      for (const [left, right] of [...pairs, ...others])
        expect(numbers.find(left, right)).toBe(expected.get(`${left},${right}`) ?? -1);
      const [lefts, rights] = [numbers.lefts(), numbers.rights()];
      expect(numbers.count()).toBe(expected.size);
      expect(Array.from(lefts, (left, number) => `${left},${rights[number]}`)).toEqual([...expected.keys()]);
    }),
    { numRuns: 30 },
  );
});
