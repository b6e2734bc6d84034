import type { Build } from '#domain/build/build.ts';
import type { SymbolState } from '#domain/build/symbol-state.ts';
import { confidenceOf, type ConfidenceLimits } from '#domain/review/confidence.ts';

/**
 * The symbols that people are asked about: all that failed, then the least sure ones until `share` (0 to 1) of the run's
 * symbols is reached. A tie goes to the symbol that more others need, then to the id. Least sure first.
 */
export function selectForReview(build: Build, share: number, limits: ConfidenceLimits): string[] {
  const symbols = Object.values(build.symbols).filter(
    (symbol) => symbol.progress !== 'existing' && isReviewable(symbol, build),
  );
  const atoms = Object.values(build.atoms);
  const ranked = symbols
    .map((symbol) => ({ symbol, score: confidenceOf(symbol, atomsOf(symbol, atoms), limits).score }))
    .toSorted(
      (left, right) =>
        rank(left.symbol) - rank(right.symbol) ||
        left.score - right.score ||
        right.symbol.dependents - left.symbol.dependents ||
        (left.symbol.id < right.symbol.id ? -1 : 1),
    );
  const failed = ranked.filter(({ symbol }) => symbol.progress === 'flagged').length;
  const wanted = Math.max(failed, Math.round(symbols.length * share));
  return ranked.slice(0, wanted).map(({ symbol }) => symbol.id);
}

/** Imports and a file's frame are not worth a question of their own, unless they failed. */
function isReviewable(symbol: SymbolState, build: Build): boolean {
  if (symbol.progress === 'flagged') return true;
  const kinds = atomsOf(symbol, Object.values(build.atoms)).map((atom) => atom.kind);
  return kinds.some((kind) => kind !== 'module' && kind !== 'imports');
}

function rank(symbol: SymbolState): number {
  return symbol.progress === 'flagged' ? 0 : 1;
}

function atomsOf(symbol: SymbolState, atoms: readonly Build['atoms'][string][]): Build['atoms'][string][] {
  return atoms.filter((atom) => atom.symbol === symbol.id);
}
