import { Option, type Command } from 'commander';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import { toDot } from '#domain/graph/to-dot.ts';
import { toMermaid } from '#domain/graph/to-mermaid.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { createBuildGraph, type GraphOptions } from '#engine/dependencies/create-build-graph.ts';
import { toGraphml } from '#engine/dependencies/to-graphml.ts';
import { renderGraphTables } from '#main/commands/graph-tables.ts';
import { readProjectFiles } from '#main/commands/read-project-files.ts';
import { createProgress } from '#main/commands/progress.ts';
import { readSources } from '#main/commands/read-sources.ts';

interface Options {
  readonly json?: boolean;
  readonly by: GraphOptions['by'];
  readonly format?: 'mermaid' | 'dot' | 'graphml';
}

/** `mge graph PATH… [--by symbol|atom] [--json | --format mermaid|dot|graphml]`: what needs what, in levels. */
export function addGraphCommand(program: Command): void {
  program
    .command('graph')
    .description('Draws the dependency graph of source files.')
    .argument('<path...>', 'files, folders or globs')
    .option('--json', 'one JSON object')
    .addOption(new Option('--by <node>', 'what the nodes are').choices(['symbol', 'atom']).default('symbol'))
    .addOption(new Option('--format <format>', 'only the drawing').choices(['mermaid', 'dot', 'graphml']))
    .action(graphPaths);
}

async function graphPaths(paths: string[], options: Options): Promise<void> {
  const syntax = await createTreeSitterSyntax();
  const accepts = (path: string): boolean => syntax.languageOf(path) !== null;
  const { files, root } = await readSources(paths, accepts, (message) => console.error(`mge: ${message}`));
  const sources: SourceFile[] = [];
  const progress = createProgress('files read');
  for await (const file of files) {
    sources.push(file);
    progress.step();
  }
  progress.end();
  if (sources.length === 0) {
    console.error('mge: no source file could be read');
    process.exitCode = 1;
    return;
  }
  const settings = await readProjectFiles(
    sources.map((file) => file.path),
    root,
  );
  const buildGraph = createBuildGraph({ syntax });
  console.log(render(await buildGraph([...sources, ...settings], { by: options.by, nested: true, root }), options));
}

function render(graph: DependencyGraph, { json, format }: Options): string {
  if (json === true) return JSON.stringify(graph);
  switch (format) {
    case 'mermaid':
      return toMermaid(graph);
    case 'dot':
      return toDot(graph);
    case 'graphml':
      return toGraphml(graph);
    default:
      return [renderGraphTables(graph), '', toMermaid(graph)].join('\n');
  }
}
