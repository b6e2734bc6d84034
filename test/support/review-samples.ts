import type { FailedCheck } from '#domain/build/symbol-state.ts';
import type { ReviewFacts } from '#wording/review/review-facts.ts';
import { atomState, symbolState } from '#test/support/run-samples.ts';

export const failedCheck: FailedCheck = {
  check: 'unit',
  message: 'expected 2, got 1',
  file: 'test/cents.test.ts',
  line: 3,
  detail: 'check(roundHalfUp(1.5) === 2)',
  fingerprint: 'f',
};

const SIGNATURE = 'export function roundHalfUp(value: number): number';

/** A symbol that passed what could run, but was right at the second attempt only. */
export const unsure: ReviewFacts = {
  symbol: {
    id: 'src.cents.roundHalfUp',
    file: 'src/cents.ts',
    kind: 'function',
    name: 'roundHalfUp',
    signature: SIGNATURE,
    start: 0,
    end: 90,
    exported: true,
    level: 0,
    task: 'T1',
    existing: false,
    stub: null,
  },
  state: {
    ...symbolState('src.cents.roundHalfUp', 0),
    progress: 'unproved',
    attempts: 2,
    checks: { passed: 2, failed: 0, notExecuted: 1 },
  },
  atom: atomState('src.cents.roundHalfUp'),
  size: { lines: 4, complexity: 1 },
  contract: null,
  confidence: { score: 0.67, parts: { validation: 0.67, attempts: 0.6, complexity: 0.8, integration: 0.67 } },
  doubts: [],
  branch: { startLine: 3, endLine: 3, text: `${SIGNATURE} { throw new Error('not built') }`, alone: true },
  newest: null,
};

/** The same after three attempts that failed. */
export const flagged: ReviewFacts = {
  ...unsure,
  state: {
    ...unsure.state,
    progress: 'flagged',
    attempts: 3,
    checks: { passed: 2, failed: 1, notExecuted: 0 },
    failure: failedCheck,
    dependents: 1,
  },
  contract: {
    symbol: 'roundHalfUp',
    preconditions: ['value is finite'],
    postconditions: ['the nearest whole number'],
    examples: ['1.5 → 2'],
    effects: [],
  },
  confidence: { score: 0.43, parts: { validation: 0.67, attempts: 0, complexity: 0.83, integration: 0 } },
  newest: { startLine: 3, endLine: 5, text: `${SIGNATURE} {\n  return Math.floor(value + 0.5);\n}`, alone: true },
};
