import { defaultAtomLimits, type AtomLimits } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import { findKeptParts } from '#domain/atom/kept-parts.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import { readTree, splitTree } from '#domain/atom/split/atomize-tree.ts';
import type { EditableSyntax, TextEdit } from '#ports/syntax.ts';

/** The atoms of a file that is being edited. */
export interface OpenAtoms {
  readonly atoms: FileAtoms;
  /** The atoms after the edit: the same as those of the new text read afresh, but only what the edit touched is parsed and split. */
  edit(edit: TextEdit): FileAtoms;
  close(): void;
}

/** Opens files for edits (a splice of a new text for an atom). Close them: the parser keeps their trees. */
export function createOpenAtoms({
  syntax,
  limits = defaultAtomLimits,
  root = '',
}: {
  readonly syntax: EditableSyntax;
  readonly limits?: AtomLimits;
  readonly root?: string;
}): (file: SourceFile) => OpenAtoms {
  return (file) => {
    const open = syntax.open(file);
    let split = splitTree(open.tree, readTree(open.tree, root), limits);
    return {
      get atoms() {
        return split.atoms;
      },
      edit(edit) {
        const before = open.tree;
        const tree = open.edit(edit);
        const earlier = { known: split, kept: findKeptParts(before, tree) };
        split = splitTree(tree, readTree(tree, root, earlier), limits, earlier);
        return split.atoms;
      },
      close: () => open.close(),
    };
  };
}
