import type { NameTable } from '#domain/atom/names/name-table.ts';
import type { ImportFact } from '#domain/atom/symbols/import-fact.ts';
import type { SymbolTable } from '#domain/atom/symbols/symbol-table.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import type { Variable } from '#engine/dependencies/abstract-value.ts';

/** One file of the project with its names, and the variables that stand for them in the assignment graph. */
export interface FileModel {
  readonly index: number;
  readonly tree: SyntaxTree;
  readonly names: NameTable;
  readonly symbols: SymbolTable;
  /** Index of the file's first symbol (its module) among all symbols of the project. */
  readonly firstSymbol: number;
  readonly imports: readonly ImportFact[];
  /** Exported name → name inside, where they differ. */
  readonly aliases: ReadonlyMap<string, string>;
  /** One variable for each binding of the name table. */
  readonly variables: readonly Variable[];
  /** Bindings that more than one function assigns to. */
  readonly shared: ReadonlySet<number>;
  /** Node of an identifier → its index in the name table. */
  readonly nameAt: Pick<ReadonlyMap<number, number>, 'get'>;
  /** Names given on by re-exports, and other names that are set from outside. */
  readonly extra: Map<string, Variable>;
  /** Imported names that the import does not write. */
  readonly unwritten: Map<string, Variable>;
  /** Files whose names are all given on (`export *`) or all come in (`from x import *`). */
  readonly stars: number[];
  /** Top-level name → its symbol (index in the file), and the import that brings it in. */
  readonly topLevel: ReadonlyMap<string, number>;
  readonly importOf: ReadonlyMap<string, ImportFact>;
  /** 1 for each node inside an import statement. */
  readonly inImport: Uint8Array;
  /** For each node the symbol (index in the file) whose code it is. */
  readonly owners: Int32Array;
}
