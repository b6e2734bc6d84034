import { join } from 'node:path';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { unpackTree } from '#adapters/syntax/packed-tree.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';
import { analyseFiles } from '#main/commands/analyse-files.ts';
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
  const paths = corpus.map(({ path }) => path);
  const size = corpus.reduce((sum, { text }) => sum + text.length, 0);
  const start = performance.now();
  const syntax = await createTreeSitterSyntax([...languages]);
  const task = { kind: 'tree' as const, root: '', languages: [...languages] };
  const trees = new Map<string, SyntaxTree>();
  for await (const { path, answer } of analyseFiles(task, paths, Number(count)))
    if ('tree' in answer)
      trees.set(
        path,
        unpackTree(answer.tree, (language) => syntax.grammarOf(language)),
      );
  const read = performance.now();
  const parse: typeof syntax.parse = (file) => trees.get(file.path) ?? syntax.parse(file);
  const graph = await createBuildGraph({ syntax: { ...syntax, parse } })([...trees.values()], {
    by: 'symbol',
    nested: true,
  });
  const end = performance.now();
  const peak = process.resourceUsage().maxRSS / 1024;
  const atomized = await atomizeTimes(paths);
  const what = `${trees.size} files (${(size / 1e6).toFixed(1)} MB) of ${join(folder, `*.{${endings}}`)}`;
  console.log(
    renderFigures([
      {
        what: `${what}, ${count} workers → graph`,
        measured: `${((end - start) / trees.size).toFixed(2)} ms a file`,
        asked: '≤ 2.5',
      },
      { what: 'of that, reading', measured: `${((read - start) / trees.size).toFixed(2)} ms a file`, asked: '' },
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

async function atomizeTimes(paths: readonly string[]): Promise<string> {
  const times: number[] = [];
  for (const workers of [1, 2]) {
    const start = performance.now();
    const answers = analyseFiles({ kind: 'row', root: '', languages: [...languages] }, paths, workers);
    let count = 0;
    for await (const { answer } of answers) if ('row' in answer) count += 1;
    times.push((performance.now() - start) / Math.max(1, count));
  }
  const [one = 0, two = 1] = times;
  return `${(one / two).toFixed(2)} (${one.toFixed(2)} and ${two.toFixed(2)} ms a file)`;
}
