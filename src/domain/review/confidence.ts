import type { AtomState, SymbolState } from '#domain/build/symbol-state.ts';

/** The limits that atoms are measured against. */
export interface ConfidenceLimits {
  readonly lines: number;
  readonly complexity: number;
}

/** The parts of a score, each 0 to 1, before they are weighed. */
export interface ConfidenceParts {
  /** Share of its checks that passed, wider levels included. */
  readonly validation: number;
  readonly attempts: number;
  readonly complexity: number;
  /** How well its place in the whole is proved. */
  readonly integration: number;
}

export interface Confidence {
  readonly score: number;
  readonly parts: ConfidenceParts;
}

/** What each part counts for. */
export const CONFIDENCE_WEIGHTS: ConfidenceParts = {
  validation: 0.4,
  attempts: 0.3,
  complexity: 0.2,
  integration: 0.1,
};

const ATTEMPT_SCORES = [0, 1, 0.6, 0.3];

/** How sure MGE is of a symbol, 0 to 1. `atoms`: those of the symbol (others are left out of account). */
export function confidenceOf(symbol: SymbolState, atoms: readonly AtomState[], limits: ConfidenceLimits): Confidence {
  const own = atoms.filter((atom) => atom.symbol === symbol.id);
  const { passed, failed, notExecuted } = symbol.checks;
  const parts = {
    validation: share(passed, passed + failed + notExecuted),
    attempts: attemptScore(symbol),
    complexity: own.length === 0 ? 1 : Math.min(...own.map((atom) => simplicity(atom, limits))),
    // What did not run proves nothing about how it works with the rest; one failure is enough to doubt it.
    integration: failed > 0 || symbol.progress === 'flagged' ? 0 : share(passed, passed + notExecuted),
  };
  return { score: weigh(parts), parts };
}

function weigh(parts: ConfidenceParts): number {
  const { validation, attempts, complexity, integration } = CONFIDENCE_WEIGHTS;
  const sum =
    validation * parts.validation +
    attempts * parts.attempts +
    complexity * parts.complexity +
    integration * parts.integration;
  // Rounded, so that equal facts give equal scores whatever the order of the sums.
  return Math.round(sum * 1e6) / 1e6;
}

function attemptScore(symbol: SymbolState): number {
  if (symbol.progress === 'flagged') return 0;
  return ATTEMPT_SCORES[symbol.attempts] ?? 0;
}

/** 1 for a small plain atom, 0.5 at both limits, 0 at twice the limits or more. */
function simplicity(atom: AtomState, limits: ConfidenceLimits): number {
  const load = Math.max(atom.loc / limits.lines, atom.complexity / limits.complexity);
  return 1 - Math.min(1, load / 2);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
