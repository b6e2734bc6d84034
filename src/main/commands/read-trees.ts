import { unpackTree } from '#adapters/syntax/packed-tree.ts';
import { createTreeSitterSyntax, type TreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { readTree } from '#domain/atom/split/atomize-tree.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';
import { readFile } from '#engine/dependencies/project/read-file.ts';
import { analyseFiles } from '#main/commands/analyse-files.ts';
import { createProgress } from '#main/commands/progress.ts';
import type { Sources } from '#main/commands/read-sources.ts';

/** Reads source files for the graph: they are parsed on threads, and what they say is read here while the threads work on. */
export async function readTrees({ root, files, languages }: Sources, workers: number | null): Promise<FileFacts[]> {
  const facts: FileFacts[] = [];
  const progress = createProgress('files read', files.length);
  const syntax = loadBeside(languages);
  for await (const { path, answer } of analyseFiles({ kind: 'tree', root, languages }, files, workers)) {
    progress.step();
    if ('problem' in answer) progress.say(`mge: ${path}: ${answer.problem}`);
    if (!('tree' in answer)) continue;
    const { grammarOf } = await syntax;
    const tree = unpackTree(answer.tree, grammarOf);
    facts.push(readFile(tree, readTree(tree, root)));
  }
  progress.end();
  return facts;
}

/** Loads the grammars while the threads start. Why it failed is told to whoever asks for them. */
function loadBeside(languages: Sources['languages']): Promise<TreeSitterSyntax> {
  const loading = createTreeSitterSyntax(languages);
  loading.catch(() => {});
  return loading;
}
