import type { NameTable } from '#domain/atom/names/name-table.ts';
import type { ImportFact } from '#domain/atom/symbols/import-fact.ts';
import type { SymbolTable } from '#domain/atom/symbols/symbol-table.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** What one file says by itself: the same in every project, until it is edited. */
export interface FileFacts {
  readonly tree: SyntaxTree;
  readonly names: NameTable;
  readonly symbols: SymbolTable;
  readonly imports: readonly ImportFact[];
  /** Exported name → name inside, where they differ. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Bindings that more than one function assigns to. */
  readonly shared: ReadonlySet<number>;
  /** Bindings that are assigned to at more than one place. */
  readonly reassigned: ReadonlySet<number>;
  /** For each node its index in the name table; -1 for what is no name there. */
  readonly nameAt: Int32Array;
  /** Top-level name → its symbol (index in the file), and the import that brings it in. */
  readonly topLevel: ReadonlyMap<string, number>;
  /** Binding → its symbol (index in the file), where it stands in the scope of a wrapper. */
  readonly wrapped: ReadonlyMap<number, number>;
  readonly importOf: ReadonlyMap<string, ImportFact>;
  /** 1 for each node inside an import statement. */
  readonly inImport: Uint8Array;
  /** For each node the symbol (index in the file) whose code it is. */
  readonly owners: Int32Array;
}
