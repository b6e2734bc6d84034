import type { Atom, AtomLimits } from '#domain/atom/atom.ts';
import { findEffects, findRandomness } from '#domain/atom/effects.ts';
import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';

/** What the checks look at, for one atom. */
export interface AtomicityFacts {
  readonly atom: Atom;
  readonly symbol: SymbolFacts;
  readonly limits: AtomLimits;
  /** The other atoms of its parent. */
  readonly siblings: readonly Atom[];
  /** Whether the file parses where the atom stands. */
  readonly parses: boolean;
  /** Resolved references / all references, 0 to 1. */
  readonly completeness: number;
  readonly missing: readonly string[];
  /** Tests that reach its symbol. */
  readonly tests: number;
  /** Whether the symbol's contract says that it reads or writes the outside world. */
  readonly declaresEffects: boolean;
}

export const criteria = [
  'size',
  'complexity',
  'one-responsibility',
  'clear-borders',
  'independent',
  'context',
  'testable',
  'deterministic',
  'effects-declared',
  'typed',
] as const;
export type Criterion = (typeof criteria)[number];

export interface AtomicityCheck {
  readonly criterion: Criterion;
  readonly passed: boolean;
  /** One line for a person, whether it passed or not. */
  readonly reason: string;
}

/** The ten criteria of atomicity, in their order. */
export function checkAtomicity(facts: AtomicityFacts): AtomicityCheck[] {
  return criteria.map((criterion) => ({ criterion, ...checks[criterion](facts) }));
}

type Check = (facts: AtomicityFacts) => Omit<AtomicityCheck, 'criterion'>;

function judge(passed: boolean, good: string, bad: string): Omit<AtomicityCheck, 'criterion'> {
  return { passed, reason: passed ? good : bad };
}

const checks: Readonly<Record<Criterion, Check>> = {
  size: ({ atom, limits }) => {
    const lines = `${atom.loc} of at most ${limits.loc} lines`;
    return judge(atom.loc <= limits.loc, lines, atom.oversize ?? `${lines}: too long`);
  },
  complexity: ({ atom, limits }) => {
    const points = `complexity ${atom.complexity} of at most ${limits.complexity}`;
    return judge(atom.complexity <= limits.complexity, points, atom.oversize ?? `${points}: too many decisions`);
  },
  'one-responsibility': ({ atom }) => {
    const isGroup = atom.kind === 'statements';
    const results = atom.writes.length;
    return judge(
      !isGroup || results <= 3,
      isGroup ? `gives ${results} names to others` : `one ${atom.kind}`,
      `gives ${results} names to others: ${atom.writes.join(', ')}`,
    );
  },
  'clear-borders': ({ parses }) => judge(parses, 'whole syntax nodes', 'its lines do not parse'),
  independent: ({ atom, siblings }) => {
    const shared = atom.writes.filter((name) =>
      siblings.some((other) => other.id !== atom.id && other.writes.includes(name)),
    );
    return judge(
      shared.length === 0,
      'no sibling assigns what it assigns',
      `siblings also assign ${shared.join(', ')}`,
    );
  },
  context: ({ completeness, missing }) => {
    const share = `${Math.floor(completeness * 100)} % of its references are known`;
    return judge(completeness >= 0.95, share, `${share}; missing: ${missing.join(', ')}`);
  },
  testable: ({ tests, symbol }) =>
    judge(
      tests > 0 || symbol.kind === 'declaration',
      tests > 0 ? `${tests} tests reach ${symbol.name}` : 'a declaration: the type check tests it',
      `no test reaches ${symbol.name}`,
    ),
  deterministic: ({ atom }) => {
    const found = findRandomness(atom.calls);
    return judge(found.length === 0, 'no clock, randomness or environment', `depends on ${found.join(', ')}`);
  },
  'effects-declared': ({ atom, declaresEffects }) => {
    const found = findEffects(atom.calls);
    return judge(
      found.length === 0 || declaresEffects,
      found.length === 0 ? 'no input or output' : 'its contract declares its effects',
      `does ${found.join(', ')} without saying so in its contract`,
    );
  },
  typed: ({ symbol }) =>
    judge(symbol.returnTypeKnown, 'its result is typed', `the return type of ${symbol.name} is not written`),
};
