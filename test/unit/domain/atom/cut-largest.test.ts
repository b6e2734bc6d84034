import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cutLargest, type SizedHole } from '#domain/atom/split/cut-largest.ts';
import type { Region } from '#domain/atom/split/region.ts';

const limits = { loc: 10, complexity: 3 };

interface Left {
  readonly holes: readonly Region[];
  readonly loc: number;
  readonly complexity: number;
}

/** A construct of holes that stand one after another, and what is left when some are cut. */
function constructOf(sizes: readonly (readonly [loc: number, decisions: number])[], own: readonly [number, number]) {
  const holes = sizes.map(([loc, decisions], at): SizedHole => ({
    hole: { items: [], span: [at, at + 1] },
    loc,
    decisions,
  }));
  const sumOf = (some: readonly SizedHole[], of: 'loc' | 'decisions'): number =>
    some.reduce((sum, hole) => sum + hole[of], 0);
  let measured = 0;
  const cut = (cutOut: readonly Region[]): Left => {
    measured += 1;
    const left = holes.filter(({ hole }) => !cutOut.includes(hole));
    return { holes: cutOut, loc: own[0] + sumOf(left, 'loc'), complexity: 1 + own[1] + sumOf(left, 'decisions') };
  };
  const uncut = cut([]);
  return { holes, uncut, cut, measured: () => measured };
}

/** One hole after another, as the word is: what the search must agree with. */
function cutOneByOne({ holes, uncut, cut }: ReturnType<typeof constructOf>): Left {
  const waiting = [...holes];
  const taken: Region[] = [];
  let left = uncut;
  while (waiting.length > 0 && (left.loc > limits.loc || left.complexity > limits.complexity)) {
    const of = left.loc > limits.loc ? 'loc' : 'decisions';
    waiting.sort((a, b) => a[of] - b[of]);
    const largest = waiting.pop();
    if (largest === undefined || largest[of] === 0) break;
    taken.push(largest.hole);
    left = cut(taken.slice());
  }
  return left;
}

describe('cutLargest', () => {
  it('cuts the holes that cutting one after another would cut, in the same order', () => {
    const size = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(fc.array(size, { maxLength: 40 }), size, (sizes, own) => {
        const construct = constructOf(sizes, own);
        const { holes, uncut, cut } = construct;
        expect(cutLargest(limits, holes, uncut, cut)).toEqual(cutOneByOne(construct));
      }),
    );
  });

  it('does not measure a construct with very many holes at each of them', () => {
    const { holes, uncut, cut, measured } = constructOf(
      Array.from({ length: 5000 }, () => [1, 0]),
      [0, 0],
    );
    expect(cutLargest(limits, holes, uncut, cut).holes).toHaveLength(4990);
    expect(measured()).toBeLessThan(50);
  });
});
