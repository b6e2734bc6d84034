import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLists } from '#engine/dependencies/values/create-lists.ts';

const step = fc.oneof(
  fc.record({ list: fc.nat({ max: 3 }), value: fc.nat({ max: 120 }) }),
  fc.record({ list: fc.nat({ max: 3 }), keepBelow: fc.nat({ max: 120 }) }),
);

test('lists in flat arrays hold what sets would, in the order in which it came, also after much was dropped', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 100, maxLength: 600 }), (steps) => {
      const lists = createLists();
      const sets = Array.from({ length: 4 }, () => {
        lists.createList();
        return new Set<number>();
      });
      const wrong = steps.filter((each) => {
        const set = sets[each.list] ?? new Set();
        if ('value' in each) {
          const isNew = !set.has(each.value);
          set.add(each.value);
          return lists.addOnce(each.list, each.value) !== isNew;
        }
        lists.filter(each.list, (value) => value < each.keepBelow);
        for (const value of set) if (value >= each.keepBelow) set.delete(value);
        return false;
      });
      expect(wrong).toEqual([]);
      const held = sets.map((_, list) => Array.from({ length: lists.size(list) }, (__, at) => lists.at(list, at)));
      expect(held).toEqual(sets.map((set) => [...set]));
    }),
  );
});

test('a long list that loses a few values knows the others still', () => {
  const lists = createLists();
  const list = lists.createList();
  for (let value = 0; value < 1000; value += 1) lists.addOnce(list, value);
  lists.filter(list, (value) => value % 10 > 0);
  expect([lists.addOnce(list, 11), lists.addOnce(list, 10), lists.size(list)]).toEqual([false, true, 901]);
});
