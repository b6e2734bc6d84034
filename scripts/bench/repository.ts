import { join } from 'node:path';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { graphOfFacts } from '#engine/dependencies/graph-of-facts.ts';
import { createAnalysisThreads } from '#main/commands/create-analysis-threads.ts';
import { readTrees } from '#main/commands/read-trees.ts';
import { readCorpus } from '#scripts/bench/analysis/read-corpus.ts';
import { renderFigures } from '#scripts/bench/figure.ts';

const languages = ['javascript', 'typescript', 'tsx', 'python'] as const;

/**
 * `npm run bench -- repository [FOLDER] [ENDINGS] [FILES] [WORKERS]`: whole files to a resolved graph as `mge graph` does it,
 * threads and their start included, and the most memory that it took. `FILES` are evenly chosen.
 */
export async function benchRepository(words: readonly string[]): Promise<void> {
  const [folder = 'node_modules', endings = 'js,mjs,cjs,ts,mts,tsx', most = '2800', count = '2'] = words;
  const corpus = await readCorpus(folder, endings, Number(most));
  const files = corpus.map(({ path }) => path);
  const size = corpus.reduce((sum, { text }) => sum + text.length, 0);
  const start = performance.now();
  const syntax = await createTreeSitterSyntax([...languages]);
  const facts = await readTrees({ root: '', files, languages: [...languages] }, Number(count), syntax);
  const read = performance.now();
  const graph = graphOfFacts(facts, [], { by: 'symbol', nested: true });
  const end = performance.now();
  const peak = process.resourceUsage().maxRSS / 1024;
  const { user, system } = process.cpuUsage();
  const atomized = await atomizeTimes(files);
  const what = `${facts.length} files (${(size / 1e6).toFixed(1)} MB) of ${join(folder, `*.{${endings}}`)}`;
  console.log(
    renderFigures([
      {
        what: `${what}, ${count} workers → graph`,
        measured: `${((end - start) / facts.length).toFixed(2)} ms a file`,
        asked: '≤ 2.5',
      },
      { what: 'of that, reading', measured: `${((read - start) / facts.length).toFixed(2)} ms a file`, asked: '' },
      {
        what: 'time of processors, all threads and the start of the bench',
        measured: `${((user + system) / 1000 / facts.length).toFixed(2)} ms a file`,
        asked: '',
      },
      { what: 'nodes, edges', measured: `${graph.nodes.length}, ${graph.edges.length}`, asked: '' },
      {
        what: 'peak RSS',
        measured: `${peak.toFixed(0)} MB`,
        asked: '< 1 GB for 2,800 files',
      },
      { what: 'atomize: one worker ÷ two', measured: atomized, asked: '≥ 1.8' },
    ]),
  );
}

/** One and two threads, both started for it, in turns: what else the machine does falls on both alike. */
async function atomizeTimes(paths: readonly string[]): Promise<string> {
  const times: Readonly<Record<'one' | 'two', number[]>> = { one: [], two: [] };
  for (let round = 0; round < 3; round += 1) {
    times.one.push(await atomizeTime(paths, 1));
    times.two.push(await atomizeTime(paths, 2));
  }
  const one = Math.min(...times.one);
  const two = Math.min(...times.two);
  return `${(one / two).toFixed(2)} (${one.toFixed(2)} and ${two.toFixed(2)} ms a file, the best of three)`;
}

async function atomizeTime(paths: readonly string[], threads: number): Promise<number> {
  const start = performance.now();
  const task = { kind: 'row' as const, root: '', languages: [...languages] };
  let count = 0;
  for await (const { answer } of createAnalysisThreads(task, paths, threads)) if ('row' in answer) count += 1;
  return (performance.now() - start) / Math.max(1, count);
}
