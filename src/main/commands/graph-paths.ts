import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { toDot } from '#domain/graph/to-dot.ts';
import { toMermaid } from '#domain/graph/to-mermaid.ts';
import { graphOfFacts } from '#engine/dependencies/graph-of-facts.ts';
import type { GraphOptions } from '#engine/dependencies/graph-options.ts';
import { renderGraphTables } from '#main/commands/graph-tables.ts';
import { readProjectFiles } from '#main/commands/read-project-files.ts';
import { readSources } from '#main/commands/read-sources.ts';
import { readTrees } from '#main/commands/read-trees.ts';

export interface GraphCommandOptions {
  readonly json?: boolean;
  readonly by: GraphOptions['by'];
  readonly format?: 'mermaid' | 'dot' | 'graphml';
  readonly workers?: number;
}

/** Reads the files, on several threads where they are many, and prints their graph. */
export async function graphPaths(paths: readonly string[], options: GraphCommandOptions): Promise<void> {
  const sources = await readSources(paths);
  const facts = await readTrees(sources, options.workers ?? null);
  if (facts.length === 0) {
    console.error('mge: no source file could be read');
    process.exitCode = 1;
    return;
  }
  const settings = readProjectFiles(
    facts.map(({ tree }) => tree.path),
    sources.root,
  );
  const graph = graphOfFacts(facts, settings, { by: options.by, nested: true });
  console.log(await render(graph, options));
}

async function render(graph: DependencyGraph, { json, format }: GraphCommandOptions): Promise<string> {
  if (json === true) return JSON.stringify(graph);
  switch (format) {
    case 'mermaid':
      return toMermaid(graph);
    case 'dot':
      return toDot(graph);
    case 'graphml': {
      const { toGraphml } = await import('#engine/dependencies/drawing/to-graphml.ts');
      return toGraphml(graph);
    }
    default:
      return [renderGraphTables(graph), '', toMermaid(graph)].join('\n');
  }
}
