import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';

/** One file of the project, and the variables that stand for its names in the assignment graph. */
export interface FileModel extends FileFacts {
  readonly index: number;
  /** Index of the file's first symbol (its module) among all symbols of the project. */
  readonly firstSymbol: number;
  /** How many nodes the files before it have: with it, a node has a number in the project. */
  readonly firstNode: number;
  /** One variable for each binding of the name table. */
  readonly variables: readonly Variable[];
  /** Names given on by re-exports, and other names that are set from outside. */
  readonly extra: Map<string, Variable>;
  /** Imported names that the import does not write. */
  readonly unwritten: Map<string, Variable>;
  /** Files whose names are all given on (`export *`) or all come in (`from x import *`). */
  readonly stars: number[];
}
