import { defaultAtomLimits, type AtomLimits } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import { atomizeTree, readTree } from '#domain/atom/split/atomize-tree.ts';
import type { Syntax } from '#ports/syntax.ts';

export type Atomize = (file: SourceFile) => Promise<FileAtoms>;

/**
 * Takes a file apart into atoms: their ranges tile the text exactly, whatever the text is. Paths give the symbols their
 * dotted ids, `root` (a folder) left out. Rejects with MgeError only for a language that MGE does not know.
 */
export function createAtomize({
  syntax,
  limits = defaultAtomLimits,
  root = '',
}: {
  readonly syntax: Syntax;
  readonly limits?: AtomLimits;
  readonly root?: string;
}): Atomize {
  return async (file) => {
    const tree = syntax.parse(file);
    return atomizeTree(tree, readTree(tree, root), limits);
  };
}
