import { describe, expect, test } from 'vitest';
import { checkAtomicity, criteria, type AtomicityFacts, type Criterion } from '#domain/atom/atomicity.ts';

const facts: AtomicityFacts = {
  atom: {
    id: 'm.f',
    parent: 'm',
    kind: 'function',
    name: 'f',
    symbol: 'm.f',
    ranges: [[0, 10]],
    startLine: 1,
    endLine: 3,
    loc: 3,
    complexity: 2,
    oversize: null,
    reads: ['limit'],
    writes: ['f'],
    calls: ['Math.min'],
    types: [],
  },
  symbol: {
    id: 'm.f',
    file: 'm.ts',
    kind: 'function',
    name: 'f',
    start: 0,
    end: 10,
    signature: 'function f(): number',
    exported: true,
    returnTypeKnown: true,
    stub: null,
  },
  limits: { loc: 10, complexity: 3 },
  siblings: [],
  parses: true,
  completeness: 1,
  missing: [],
  tests: 2,
  declaresEffects: false,
};

function failed(changed: Partial<AtomicityFacts>): { criterion: Criterion; reason: string }[] {
  return checkAtomicity({ ...facts, ...changed }).flatMap(({ criterion, passed, reason }) =>
    passed ? [] : [{ criterion, reason }],
  );
}

describe('the ten criteria of atomicity', () => {
  test('all hold for a small, typed, tested function, and each gives a reason', () => {
    const checks = checkAtomicity(facts);
    expect(checks.map((check) => check.criterion)).toEqual(criteria);
    expect(checks.every((check) => check.passed && check.reason !== '')).toBe(true);
  });

  test.each<[Criterion, Partial<AtomicityFacts>, RegExp]>([
    ['size', { atom: { ...facts.atom, loc: 12, oversize: 'one expression of 12 lines' } }, /12 lines/],
    ['complexity', { atom: { ...facts.atom, complexity: 5 } }, /complexity 5 of at most 3/],
    ['one-responsibility', { atom: { ...facts.atom, kind: 'statements', writes: ['a', 'b', 'c', 'd'] } }, /4 names/],
    ['clear-borders', { parses: false }, /do not parse/],
    ['independent', { siblings: [{ ...facts.atom, id: 'm.g' }] }, /siblings also assign f/],
    ['context', { completeness: 0.9, missing: ['rates'] }, /90 %.*rates/],
    ['testable', { tests: 0 }, /no test reaches f/],
    ['deterministic', { atom: { ...facts.atom, calls: ['Date.now'] } }, /Date\.now/],
    ['effects-declared', { atom: { ...facts.atom, calls: ['readFileSync'] } }, /readFileSync/],
    ['typed', { symbol: { ...facts.symbol, returnTypeKnown: false } }, /return type of f/],
  ])('%s fails alone, with a reason that names what is wrong', (criterion, changed, reason) => {
    const found = failed(changed);
    expect(found.map((each) => each.criterion)).toEqual([criterion]);
    expect(found[0]?.reason).toMatch(reason);
  });

  test('effects that the contract declares are allowed', () => {
    expect(failed({ atom: { ...facts.atom, calls: ['readFileSync'] }, declaresEffects: true })).toEqual([]);
  });
});
