import type { AtomLimits } from '#domain/atom/atom.ts';
import { checkAtomicity, type AtomicityFacts, type Criterion } from '#domain/atom/atomicity.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';
import { contractOf } from '#domain/build/contract-of.ts';
import { createMeasureCompleteness } from '#domain/build/measure-completeness.ts';
import type { Draft } from '#domain/draft/draft.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';

export interface DoubtSources {
  /** The files that the run writes. */
  readonly fileAtoms: readonly FileAtoms[];
  /** The graph by symbol, tests included. */
  readonly graph: DependencyGraph;
  readonly limits: AtomLimits;
  /** Paths of test files. */
  readonly tests: ReadonlySet<string>;
  /** The draft that a file comes from, for its contracts. */
  readonly draftOf: (file: string) => Draft | undefined;
}

/** Symbol → what of the ten criteria its atoms do not meet, a line each for a person. Symbols that meet all are left out. */
export function symbolDoubts(sources: DoubtSources): Record<string, string[]> {
  const completenessOf = createMeasureCompleteness(sources.graph);
  const tested = testedSymbols(sources);
  const doubts: Record<string, string[]> = {};
  for (const owner of sources.fileAtoms) {
    const symbols = new Map(owner.symbols.map((symbol) => [symbol.id, symbol]));
    for (const atom of owner.atoms) {
      const symbol = symbols.get(atom.symbol);
      if (symbol === undefined || atom.loc === 0) continue;
      const { resolved, all, missing } = completenessOf(owner, atom);
      const facts: AtomicityFacts = {
        atom,
        symbol,
        limits: sources.limits,
        siblings: [],
        parses: !owner.errorLines.some((line) => line >= atom.startLine && line <= atom.endLine),
        completeness: all === 0 ? 1 : resolved / all,
        missing,
        tests: tested.has(symbol.id) ? 1 : 0,
        declaresEffects: declaresEffects(sources, symbol),
      };
      const known = (doubts[symbol.id] ??= []);
      for (const { criterion, passed, reason } of checkAtomicity(facts))
        if (!passed && isTold(criterion, facts, owner) && !known.includes(reason)) known.push(reason);
    }
  }
  return Object.fromEntries(Object.entries(doubts).filter(([, reasons]) => reasons.length > 0));
}

/**
 * Whether a person should hear of it. A module's own code is not called by tests, a helper's types may follow from its code,
 * plain JavaScript has none to write, and a contract that names effects covers the clock as well.
 */
function isTold(
  criterion: Criterion,
  { symbol, declaresEffects: declared }: AtomicityFacts,
  owner: FileAtoms,
): boolean {
  switch (criterion) {
    case 'testable':
      return symbol.kind === 'function' || symbol.kind === 'method';
    case 'typed':
      return symbol.exported && owner.language !== 'javascript';
    case 'deterministic':
      return !declared;
    default:
      return true;
  }
}

function declaresEffects({ draftOf }: DoubtSources, symbol: SymbolFacts): boolean {
  const draft = draftOf(symbol.file);
  return draft !== undefined && (contractOf(draft, symbol)?.effects.length ?? 0) > 0;
}

/** The symbols that tests reach, directly or through others. */
function testedSymbols({ graph, tests }: DoubtSources): ReadonlySet<string> {
  const needs = new Map<string, string[]>();
  for (const { from, to } of graph.edges) {
    const known = needs.get(from);
    if (known === undefined) needs.set(from, [to]);
    else known.push(to);
  }
  const reached = new Set(graph.nodes.filter(({ file }) => tests.has(file)).map(({ id }) => id));
  for (const id of reached) for (const need of needs.get(id) ?? []) reached.add(need);
  return reached;
}
