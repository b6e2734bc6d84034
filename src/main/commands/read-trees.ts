import { unpackTree } from '#adapters/syntax/packed-tree.ts';
import type { TreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { readTree } from '#domain/atom/split/atomize-tree.ts';
import type { FileFacts } from '#engine/dependencies/file-facts.ts';
import { readFile } from '#engine/dependencies/read-file.ts';
import { analyseFiles } from '#main/commands/analyse-files.ts';
import { createProgress } from '#main/commands/progress.ts';
import type { Sources } from '#main/commands/read-sources.ts';

/** Reads source files for the graph: they are parsed on threads, and what they say is read here while the threads work on. */
export async function readTrees(
  { root, files, languages }: Sources,
  workers: number | null,
  syntax: Pick<TreeSitterSyntax, 'grammarOf'>,
): Promise<FileFacts[]> {
  const facts: FileFacts[] = [];
  const progress = createProgress('files read', files.length);
  for await (const { path, answer } of analyseFiles({ kind: 'tree', root, languages }, files, workers)) {
    progress.step();
    if ('problem' in answer) progress.say(`mge: ${path}: ${answer.problem}`);
    if (!('tree' in answer)) continue;
    const tree = unpackTree(answer.tree, (language) => syntax.grammarOf(language));
    facts.push(readFile(tree, readTree(tree, root)));
  }
  progress.end();
  return facts;
}
