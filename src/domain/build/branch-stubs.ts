import type { Build } from '#domain/build/build.ts';
import { isAccepted } from '#domain/build/progress.ts';
import type { Project, ProjectSymbol } from '#domain/build/project.ts';
import type { SymbolState } from '#domain/build/symbol-state.ts';

export interface Standing {
  /** How many levels stand on the branch once the commit is made. */
  readonly levels: number;
  /** Symbols whose newest text is wanted whatever their verdict: a person decided so. */
  readonly decided: ReadonlySet<string>;
}

/** Text laid over `[start, end)` of a file's complete text. */
export interface Overlay {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What a symbol looks like on the branch: its `newest` text, a `stub`, or what the branch `kept` (an earlier text that was
 * accepted, while a newer one is being judged).
 */
export type Appearance = 'newest' | 'stub' | 'kept';

export function appearanceOf(symbol: ProjectSymbol, state: SymbolState | undefined, standing: Standing): Appearance {
  if (symbol.existing || state === undefined || standing.decided.has(symbol.id)) return 'newest';
  if (symbol.level >= standing.levels) return 'stub';
  if (isAccepted(state)) return 'newest';
  if (state.progress !== 'flagged') return 'kept';
  // What a person wrote stands. A text that they asked for and that failed leaves what stood before.
  if (state.decision === 'edited') return 'newest';
  return state.decision === 'regenerated' ? 'kept' : 'stub';
}

/**
 * What to lay over a file's complete text so that it reads as the branch should. `keptText` gives a symbol's text on the
 * branch; where it has none, the stub stands.
 */
export function branchOverlays(
  facts: { readonly project: Project; readonly build: Build; readonly standing: Standing },
  file: string,
  keptText: (symbol: string) => string | undefined,
): Overlay[] {
  return facts.project.symbols
    .filter((symbol) => symbol.file === file)
    .flatMap((symbol) => {
      const appearance = appearanceOf(symbol, facts.build.symbols[symbol.id], facts.standing);
      const kept = appearance === 'kept' && isLeaf(symbol) ? keptText(symbol.id) : undefined;
      if (kept !== undefined) return [{ start: symbol.start, end: symbol.end, text: kept }];
      return appearance === 'newest' || symbol.stub === null ? [] : [symbol.stub];
    })
    .toSorted((left, right) => left.start - right.start);
}

/** A class or a module holds other symbols: it is never replaced as a whole. */
function isLeaf(symbol: ProjectSymbol): boolean {
  return symbol.kind !== 'class' && symbol.kind !== 'module';
}
