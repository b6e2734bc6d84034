import type { Definition } from '#domain/atom/symbols/definition.ts';
import type { Found } from '#domain/atom/symbols/find-definitions.ts';
import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';

/** A symbol with the syntax it comes from. Index 0 of a table is the module itself, without a definition. */
export interface FoundSymbol {
  readonly facts: SymbolFacts;
  readonly definition: Definition | null;
  /** Index of the symbol around it: the class of a method, 0 for the module. */
  readonly owner: number;
}

/** All symbols of a file. */
export interface SymbolTable {
  readonly symbols: readonly FoundSymbol[];
  /** Definition node (the whole construct) → index of its first symbol. */
  readonly byNode: ReadonlyMap<number, number>;
  /** The same as two lists, in the order of the nodes. */
  readonly places: { readonly nodes: Int32Array; readonly symbols: readonly number[] };
  /** The function, class or value node of a definition → index of its symbol. */
  readonly byValue: ReadonlyMap<number, number>;
  /** What they were made of. */
  readonly definitions: readonly Found[];
}
