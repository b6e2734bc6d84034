import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';
import { createAnalysis } from '#main/compose/create-analysis.ts';
import type { Syntax } from '#ports/syntax.ts';
import { readText, type Library } from '#scripts/bench/validation/faults/library.ts';

/** A function or method of a library that can be stubbed. */
export interface SuspectSymbol extends SymbolFacts {
  readonly stub: NonNullable<SymbolFacts['stub']>;
  readonly level: number;
}

/** All of them, dependencies first, as MGE's own analysis finds them. */
export async function readSuspects(library: Library, syntax: Syntax): Promise<SuspectSymbol[]> {
  const files = library.sources.map((path) => ({ path, text: readText(library.folder, path) }));
  const { fileAtoms, graph } = await createAnalysis(syntax).analyse(files);
  const levels = new Map(graph.levels.flatMap((ids, level) => ids.map((id) => [id, level])));
  return fileAtoms
    .flatMap(({ symbols }) => symbols)
    .flatMap((symbol) => {
      const { stub, kind } = symbol;
      if (stub === null || (kind !== 'function' && kind !== 'method')) return [];
      return [{ ...symbol, stub, level: levels.get(symbol.id) ?? 0 }];
    })
    .toSorted((left, right) => left.level - right.level);
}
