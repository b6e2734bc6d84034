import type { AtomState, SymbolState } from '#domain/build/symbol-state.ts';
import type { ProjectSymbol } from '#domain/build/project.ts';
import type { Contract } from '#domain/draft/draft.ts';
import type { BranchPlace } from '#domain/review/branch-place.ts';
import type { Confidence } from '#domain/review/confidence.ts';

/** What a reviewer is told of one symbol. */
export interface ReviewFacts {
  readonly symbol: ProjectSymbol;
  readonly state: SymbolState;
  /** The atom that the question is about: the one that spans the symbol. */
  readonly atom: AtomState;
  /** All of the symbol's atoms together: their lines, and the complexity of the most complex one. */
  readonly size: { readonly lines: number; readonly complexity: number };
  readonly contract: Contract | null;
  readonly confidence: Confidence;
  /** What it does not meet of the criteria of atomicity. */
  readonly doubts: readonly string[];
  /** Where it stands on the branch, and its newest text with its lines. */
  readonly branch: BranchPlace;
  readonly newest: BranchPlace | null;
}
