import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { createFileLookup, type FileLookup } from '#engine/dependencies/project/create-file-lookup.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';
import { graphOfFacts } from '#engine/dependencies/graph-of-facts.ts';
import type { GraphOptions } from '#engine/dependencies/graph-options.ts';
import { createOpenReading } from '#engine/dependencies/project/open-reading.ts';
import type { EditableSyntax, OpenFile, TextEdit } from '#ports/syntax.ts';

/** A project that is being edited, its atoms and its graph. */
export interface OpenGraph {
  readonly graph: DependencyGraph;
  /** The atoms of a file; null for a file that is not in the project, or in no known language. */
  atomsOf(path: string): FileAtoms | null;
  /** The graph after the edit of a file: the same as that of the new texts built anew. Other files than the project's change nothing. */
  edit(path: string, edit: TextEdit): DependencyGraph;
  /** Frees what the parser keeps. */
  close(): void;
}

/**
 * Opens a project for edits. Of the edited file only what the edit touched is parsed, and it alone is read again; what values
 * may come where is followed anew through the whole project, for an edit anywhere may change that everywhere.
 */
export function createOpenGraph({
  syntax,
}: {
  readonly syntax: EditableSyntax;
}): (files: readonly SourceFile[], options: GraphOptions) => OpenGraph {
  return (files, options) => {
    const { read, atomsOf } = createOpenReading(options.root ?? '');
    const facts = new Map<string, FileFacts>();
    const settings = files.filter((file) => syntax.languageOf(file.path) === null);
    for (const file of files)
      if (syntax.languageOf(file.path) !== null) facts.set(file.path, read(syntax.parse(file), null));
    const open = new Map<string, OpenFile>();
    let lookup: FileLookup | null = null;
    // Edits make no files and move none.
    const lookUp: typeof createFileLookup = (...asked) => (lookup ??= createFileLookup(...asked));
    const build = (): DependencyGraph => graphOfFacts([...facts.values()], settings, options, { atomsOf, lookUp });
    let graph = build();
    return {
      get graph() {
        return graph;
      },
      atomsOf(path) {
        const file = facts.get(path);
        return file === undefined ? null : atomsOf(file);
      },
      edit(path, edit) {
        const before = facts.get(path);
        if (before === undefined) return graph;
        const file = open.get(path) ?? syntax.open({ path, text: before.tree.text });
        open.set(path, file);
        facts.set(path, read(file.edit(edit), before));
        graph = build();
        return graph;
      },
      close() {
        for (const file of open.values()) file.close();
      },
    };
  };
}
