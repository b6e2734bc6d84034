import type { Manifest, ManifestAtom, ManifestSymbol, ManifestTest } from '#domain/verdict/manifest.ts';

/** A manifest, indexed for the questions that the validation asks. */
export interface BatchFacts {
  readonly manifest: Manifest;
  symbol(id: string): ManifestSymbol | undefined;
  /** Candidate symbols, dependencies first; the order is stable. */
  readonly candidates: readonly ManifestSymbol[];
  atomsOf(symbol: string): readonly ManifestAtom[];
  atomsIn(file: string): readonly ManifestAtom[];
  symbolsIn(file: string): readonly ManifestSymbol[];
  /** Everything that the given symbols need, themselves included. */
  closure(symbols: Iterable<string>): ReadonlySet<string>;
  /** Highest level among a test's candidates, the level at which it can run; -1 when it has none. */
  levelOf(test: ManifestTest): number;
}

export function createBatchFacts(manifest: Manifest): BatchFacts {
  const symbols = new Map(manifest.symbols.map((symbol) => [symbol.id, symbol]));
  const atomsBySymbol = groupBy(manifest.atoms, (atom) => atom.symbol);
  const atomsByFile = groupBy(manifest.atoms, (atom) => atom.file);
  const symbolsByFile = groupBy(manifest.symbols, (symbol) => symbol.file);
  const needs = groupBy(manifest.needs, ([from]) => from);
  const positions = new Map(manifest.symbols.map((symbol, index) => [symbol.id, index]));

  function closure(start: Iterable<string>): ReadonlySet<string> {
    const seen = new Set<string>(start);
    for (const id of seen) for (const [, needed] of needs.get(id) ?? []) seen.add(needed);
    return seen;
  }

  const candidates = manifest.symbols
    .filter((symbol) => symbol.state === 'candidate')
    .toSorted(
      (left, right) => left.level - right.level || (positions.get(left.id) ?? 0) - (positions.get(right.id) ?? 0),
    );

  return {
    manifest,
    symbol: (id) => symbols.get(id),
    candidates,
    atomsOf: (symbol) => atomsBySymbol.get(symbol) ?? [],
    atomsIn: (file) => atomsByFile.get(file) ?? [],
    symbolsIn: (file) => symbolsByFile.get(file) ?? [],
    closure,
    levelOf: (test) => Math.max(-1, ...test.symbols.map((id) => levelOfCandidate(symbols.get(id)))),
  };
}

function levelOfCandidate(symbol: ManifestSymbol | undefined): number {
  return symbol?.state === 'candidate' ? symbol.level : -1;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
