import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { packTree } from '#adapters/syntax/packed-tree.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import { createAtomize } from '#engine/atomization/create-atomize.ts';
import type { AnalysisAnswer, AnalysisTask, AtomRow } from '#main/commands/analysis-task.ts';
import { readSource } from '#main/commands/source-reader.ts';

export type PerformTask = (path: string) => Promise<AnalysisAnswer>;

/** Loads what a task needs. What is wrong with a file is an answer: the others go on. */
export async function createPerformTask({ kind, root, languages }: AnalysisTask): Promise<PerformTask> {
  const syntax = await createTreeSitterSyntax(languages);
  const atomize = createAtomize({ syntax, root });
  return async (path) => {
    const read = readSource(path);
    if ('problem' in read) return read;
    try {
      if (kind === 'tree') return { tree: packTree(syntax.parse(read.file)) };
      const { symbols, ...taken } = await atomize(read.file);
      return kind === 'json' ? { line: JSON.stringify(taken) } : { row: rowOf(taken, symbols.length) };
    } catch (error) {
      return { problem: `cannot be taken apart: ${error instanceof Error ? error.message : String(error)}` };
    }
  };
}

function rowOf(file: Omit<FileAtoms, 'symbols'>, symbols: number): AtomRow {
  const large = file.atoms.filter((atom) => atom.oversize !== null);
  return {
    cells: [file.file, file.language, symbols, file.atoms.length, large.length, file.parseErrors],
    oversize: large.map((atom) => `${file.file}:${atom.startLine}  ${atom.oversize ?? ''}`),
    atoms: file.atoms.length,
  };
}
