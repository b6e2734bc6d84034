import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAdjacency } from '#domain/graph/adjacency.ts';
import { findComponents } from '#domain/graph/components.ts';
import { computeLevels } from '#domain/graph/levels.ts';
import { computeOrder } from '#domain/graph/order.ts';

const size = 12;
const edges = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 40 });

function analyse(pairs: readonly (readonly [number, number])[], count = size) {
  const adjacency = createAdjacency(
    count,
    pairs.map(([from]) => from),
    pairs.map(([, to]) => to),
  );
  const components = findComponents(adjacency);
  return { components, levels: computeLevels(adjacency, components), order: computeOrder(adjacency, components) };
}

function reaches(pairs: readonly (readonly [number, number])[], from: number, to: number): boolean {
  const seen = new Set([from]);
  for (const node of seen) for (const [a, b] of pairs) if (a === node) seen.add(b);
  return seen.has(to);
}

describe('levels and order', () => {
  test('two nodes share a component exactly when each reaches the other', () => {
    fc.assert(
      fc.property(edges, (pairs) => {
        const { components } = analyse(pairs);
        for (let a = 0; a < size; a += 1)
          for (let b = 0; b < size; b += 1)
            expect(components.of[a] === components.of[b]).toBe(reaches(pairs, a, b) && reaches(pairs, b, a));
      }),
    );
  });

  test('a node stands above all that it needs, unless they are in a cycle with it', () => {
    fc.assert(
      fc.property(edges, (pairs) => {
        const { components, levels } = analyse(pairs);
        const wrong = pairs.filter(([from, to]) => {
          const [above, below] = [levels[from] ?? 0, levels[to] ?? 0];
          return components.of[from] === components.of[to] ? above !== below : above <= below;
        });
        expect(wrong).toEqual([]);
      }),
    );
  });

  test('the order names every node once, and what a node needs before it', () => {
    fc.assert(
      fc.property(edges, (pairs) => {
        const { components, order } = analyse(pairs);
        expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, node) => node));
        const between = pairs.filter(([from, to]) => components.of[from] !== components.of[to]);
        expect(between.filter(([from, to]) => order.indexOf(to) > order.indexOf(from))).toEqual([]);
      }),
    );
  });

  test('what the longest chain waits for comes first', () => {
    // 3 needs 2 needs 1; 0 is needed by nobody.
    expect(
      analyse(
        [
          [2, 1],
          [3, 2],
        ],
        4,
      ).order,
    ).toEqual([1, 2, 0, 3]);
  });

  test('a deep chain does not overflow the stack', () => {
    const chain = Array.from({ length: 50_000 }, (_, node): [number, number] => [node, node + 1]);
    expect(analyse(chain, 50_001).levels[0]).toBe(50_000);
  });
});
