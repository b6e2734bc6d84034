import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { unpackTree } from '#adapters/syntax/packed-tree.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { toDot } from '#domain/graph/to-dot.ts';
import { toMermaid } from '#domain/graph/to-mermaid.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';
import type { GraphOptions } from '#engine/dependencies/graph-options.ts';
import { analyseFiles } from '#main/commands/analyse-files.ts';
import { renderGraphTables } from '#main/commands/graph-tables.ts';
import { createProgress } from '#main/commands/progress.ts';
import { readProjectFiles } from '#main/commands/read-project-files.ts';
import { readSources, type Sources } from '#main/commands/read-sources.ts';

export interface GraphCommandOptions {
  readonly json?: boolean;
  readonly by: GraphOptions['by'];
  readonly format?: 'mermaid' | 'dot' | 'graphml';
  readonly workers?: number;
}

/** Reads the files, on several threads where they are many, and prints their graph. */
export async function graphPaths(paths: readonly string[], options: GraphCommandOptions): Promise<void> {
  const sources = await readSources(paths);
  const { root, languages } = sources;
  const syntax = await createTreeSitterSyntax(languages);
  const trees = await readTrees(sources, options.workers ?? null, (language) => syntax.grammarOf(language));
  if (trees.size === 0) {
    console.error('mge: no source file could be read');
    process.exitCode = 1;
    return;
  }
  const settings = await readProjectFiles([...trees.keys()], root);
  const parse: typeof syntax.parse = (file) => trees.get(file.path) ?? syntax.parse(file);
  const buildGraph = createBuildGraph({ syntax: { ...syntax, parse } });
  const graph = await buildGraph([...trees.values(), ...settings], { by: options.by, nested: true, root });
  console.log(await render(graph, options));
}

async function readTrees(
  { root, files, languages }: Sources,
  workers: number | null,
  grammarOf: Parameters<typeof unpackTree>[1],
): Promise<Map<string, SyntaxTree>> {
  const trees = new Map<string, SyntaxTree>();
  const progress = createProgress('files read', files.length);
  for await (const { path, answer } of analyseFiles({ kind: 'tree', root, languages }, files, workers)) {
    progress.step();
    if ('problem' in answer) progress.say(`mge: ${path}: ${answer.problem}`);
    if ('tree' in answer) trees.set(path, unpackTree(answer.tree, grammarOf));
  }
  progress.end();
  return trees;
}

async function render(graph: DependencyGraph, { json, format }: GraphCommandOptions): Promise<string> {
  if (json === true) return JSON.stringify(graph);
  switch (format) {
    case 'mermaid':
      return toMermaid(graph);
    case 'dot':
      return toDot(graph);
    case 'graphml': {
      const { toGraphml } = await import('#engine/dependencies/to-graphml.ts');
      return toGraphml(graph);
    }
    default:
      return [renderGraphTables(graph), '', toMermaid(graph)].join('\n');
  }
}
