import { text } from 'node:stream/consumers';
import type { Language } from '#domain/atom/language.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { graphOfFacts } from '#engine/dependencies/graph-of-facts.ts';
import { createAnalysisThreads } from '#main/commands/create-analysis-threads.ts';
import { readTrees } from '#main/commands/read-trees.ts';
import { RepositoryRequest, type RepositoryFigures } from '#scripts/bench/repository/repository-figures.ts';

const languages: Language[] = ['javascript', 'typescript', 'tsx', 'python'];

/** What `npm run bench -- repository` measures, in a process of its own, started as `mge` is. */
async function measure({ kind, workers, files }: RepositoryRequest): Promise<RepositoryFigures> {
  const start = performance.now();
  if (kind === 'atomize') {
    let count = 0;
    for await (const { answer } of createAnalysisThreads({ kind: 'row', root: '', languages }, files, workers))
      if ('row' in answer) count += 1;
    return figuresOf(start, { count, read: performance.now() }, null);
  }
  const facts = await readTrees({ root: '', files, languages }, workers);
  const read = performance.now();
  return figuresOf(start, { count: facts.length, read }, graphOfFacts(facts, [], { by: 'symbol', nested: true }));
}

function figuresOf(
  start: number,
  { count, read }: { readonly count: number; readonly read: number },
  graph: DependencyGraph | null,
): RepositoryFigures {
  const all = performance.now() - start;
  const { user, system } = process.cpuUsage();
  return {
    files: count,
    all,
    reading: read - start,
    cpu: (user + system) / 1000,
    peak: process.resourceUsage().maxRSS / 1024,
    nodes: graph?.nodes.length ?? 0,
    edges: graph?.edges.length ?? 0,
  };
}

process.stdout.write(JSON.stringify(await measure(RepositoryRequest.parse(JSON.parse(await text(process.stdin))))));
