import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectSymbol } from '#domain/build/project.ts';
import { generationLevels } from '#engine/execution/laying-out/generation-levels.ts';

function symbol(id: string, kind = 'function', existing = false): ProjectSymbol {
  const stub = kind === 'function' ? { start: 0, end: 1, text: '' } : null;
  return {
    id,
    file: 'a.ts',
    kind,
    name: id,
    signature: '',
    start: 0,
    end: 1,
    exported: true,
    level: 0,
    task: 'T1',
    existing,
    stub,
  };
}

describe('the levels of generation', () => {
  it('put a function above the functions that it needs', () => {
    const symbols = ['c', 'b', 'a'].map((id) => symbol(id));
    expect(
      generationLevels(symbols, [
        ['c', 'b'],
        ['b', 'a'],
        ['c', 'a'],
      ]),
    ).toEqual([['a'], ['b'], ['c']]);
  });

  it('raise nobody above what stands from the skeleton on', () => {
    const symbols = [
      symbol('Cents', 'declaration'),
      symbol('Ledger', 'class'),
      symbol('old', 'function', true),
      symbol('f'),
    ];
    expect(
      generationLevels(symbols, [
        ['f', 'Cents'],
        ['f', 'Ledger'],
        ['f', 'old'],
      ]),
    ).toEqual([['Cents', 'Ledger', 'f']]);
  });

  it('lift a constant that is computed above what computes it, and its users with it', () => {
    const symbols = [symbol('TABLE', 'declaration'), symbol('fill'), symbol('lookUp')];
    expect(
      generationLevels(symbols, [
        ['TABLE', 'fill'],
        ['lookUp', 'TABLE'],
      ]),
    ).toEqual([['fill'], ['TABLE', 'lookUp']]);
  });

  it('keep the imports of a file at the bottom', () => {
    expect(generationLevels([symbol('file', 'module'), symbol('f')], [['file', 'f']])).toEqual([['file', 'f']]);
  });

  it('hold for any graph: lower or together in a cycle, and everything once', () => {
    const size = 12;
    const edges = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 30 });
    fc.assert(
      fc.property(edges, (pairs) => {
        const symbols = Array.from({ length: size }, (_, index) => symbol(`s${index}`));
        const needs = pairs.map(([from, to]): [string, string] => [`s${from}`, `s${to}`]);
        const levels = generationLevels(symbols, needs);
        const levelOf = (id: string): number => levels.findIndex((level) => level.includes(id));
        expect(levels.flat().toSorted()).toEqual(symbols.map((each) => each.id).toSorted());
        for (const [from, to] of needs) {
          const together = reaches(to, from, needs);
          expect(levelOf(to) < levelOf(from) || (together && levelOf(to) === levelOf(from))).toBe(true);
        }
      }),
    );
  });
});

function reaches(from: string, to: string, needs: readonly [string, string][]): boolean {
  const seen = new Set([from]);
  for (const id of seen) for (const [user, used] of needs) if (user === id) seen.add(used);
  return seen.has(to);
}
