import { defaultAtomLimits, type AtomLimits } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import { atomizeTree, readTree } from '#domain/atom/split/atomize-tree.ts';
import type { EditableSyntax, TextEdit } from '#ports/syntax.ts';

/** The atoms of a file that is being edited. */
export interface OpenAtoms {
  readonly atoms: FileAtoms;
  /** The atoms after the edit: the same as those of the new text read afresh, but only what the edit touched is parsed. */
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
    let atoms = atomizeTree(open.tree, readTree(open.tree, root), limits);
    return {
      get atoms() {
        return atoms;
      },
      edit(edit) {
        const tree = open.edit(edit);
        atoms = atomizeTree(tree, readTree(tree, root), limits);
        return atoms;
      },
      close: () => open.close(),
    };
  };
}
