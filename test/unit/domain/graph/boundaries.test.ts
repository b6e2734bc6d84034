import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBoundaries, type BoundaryUnit } from '#domain/graph/boundaries.ts';

function unit(id: string, file: string, weight = 1, dependents = 0): BoundaryUnit {
  return { id, file, weight, dependents };
}

function modulesOf(units: readonly BoundaryUnit[]): string[][] {
  return findBoundaries(units).flatMap(({ kind, atoms }) => (kind === 'module' ? [atoms] : []));
}

describe('boundaries', () => {
  test('a small project is one module and one component', () => {
    expect(findBoundaries([unit('a', 'a.ts'), unit('b', 'b.ts')])).toEqual([
      { kind: 'module', atoms: ['a', 'b'] },
      { kind: 'component', atoms: ['a', 'b'] },
    ]);
  });

  test('a module ends with a file once it is large enough', () => {
    const units = [...Array(11).keys()]
      .map((n) => unit(`a${n}`, 'a.ts'))
      .concat([...Array(12).keys()].map((n) => unit(`b${n}`, 'b.ts')));
    expect(modulesOf(units).map((module) => module.length)).toEqual([11, 12]);
  });

  test('what many others need is a boundary of its own', () => {
    expect(findBoundaries([unit('hub', 'a.ts', 1, 9)])).toContainEqual({ kind: 'fan-out', atoms: ['hub'] });
  });

  test('every unit is in exactly one module, none larger than 20 unless one unit is', () => {
    const units = fc.array(
      fc.record({ file: fc.constantFrom('a', 'b', 'c', 'd'), weight: fc.integer({ min: 1, max: 9 }) }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(units, (given) => {
        const all = given.map(({ file, weight }, index) => unit(`u${index}`, file, weight));
        const modules = modulesOf(all);
        expect(modules.flat().toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        const weightOf = new Map(all.map(({ id, weight }) => [id, weight]));
        for (const module of modules)
          expect(module.reduce((sum, id) => sum + (weightOf.get(id) ?? 0), 0)).toBeLessThanOrEqual(20);
      }),
    );
  });
});
