import { defaultAtomLimits } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import { findKeptParts, type KeptParts } from '#domain/atom/kept-parts.ts';
import { readTree, splitTree, type SplitTree } from '#domain/atom/split/atomize-tree.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';
import { readFile } from '#engine/dependencies/project/read-file.ts';

/** Reads files again and again: of one that was edited only what the edit touched. */
export interface OpenReading {
  /** The facts of a file; `before`: those before an edit. */
  readonly read: (tree: SyntaxTree, before: FileFacts | null) => FileFacts;
  /** Atoms are made when somebody asks, and once; those of an edited file from those before. */
  readonly atomsOf: (file: FileFacts) => FileAtoms;
}

/** `root` (a folder) is left out of the ids of symbols. */
export function createOpenReading(root: string): OpenReading {
  const keptParts = createKeptParts();
  const last = new Map<string, { readonly file: FileFacts; readonly split: SplitTree }>();
  return {
    read(tree, known) {
      const earlier = known === null ? null : { known, kept: keptParts(known.tree, tree) };
      return readFile(tree, readTree(tree, root, earlier), earlier);
    },
    atomsOf(file) {
      const { tree } = file;
      const before = last.get(tree.path);
      if (before?.file === file) return before.split.atoms;
      const earlier = before === undefined ? null : { known: before.split, kept: keptParts(before.file.tree, tree) };
      const split = splitTree(tree, file, defaultAtomLimits, earlier);
      last.set(tree.path, { file, split });
      return split.atoms;
    },
  };
}

/** As {@link findKeptParts}; the facts and the atoms of a file ask for the same, one after the other. */
function createKeptParts(): typeof findKeptParts {
  let last: { readonly before: SyntaxTree; readonly after: SyntaxTree; readonly kept: KeptParts } | null = null;
  return (before, after) => {
    if (last?.before === before && last.after === after) return last.kept;
    const kept = findKeptParts(before, after);
    last = { before, after, kept };
    return kept;
  };
}
