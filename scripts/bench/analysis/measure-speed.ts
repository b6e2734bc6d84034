import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';
import type { SourceFile } from '#domain/atom/source-file.ts';
import { createAdjacency } from '#domain/graph/adjacency.ts';
import { findComponents } from '#domain/graph/components.ts';
import { computeLevels } from '#domain/graph/levels.ts';
import type { Atomize } from '#engine/atomization/create-atomize.ts';
import type { BuildGraph } from '#engine/dependencies/create-build-graph.ts';
import { medianTime, type Figure } from '#scripts/bench/figure.ts';

const runs = 5;

/** Times of the whole path over TypeScript files, in one thread, against the bare parser in the same run. */
export async function measureSpeed(
  { atomize, buildGraph }: { readonly atomize: Atomize; readonly buildGraph: BuildGraph },
  files: readonly SourceFile[],
): Promise<Figure[]> {
  const grammar = createRequire(import.meta.url).resolve('tree-sitter-typescript/tree-sitter-typescript.wasm');
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  const bare = await medianTime(runs, () => {
    for (const { text } of files) parser.parse(text)?.delete();
  });
  const atoms = await medianTime(runs, async () => {
    for (const file of files) await atomize(file);
  });
  const graph = await medianTime(3, () => buildGraph(files, { by: 'symbol' }));
  const some = runOf(files);
  const once = await medianTime(runs, () => buildGraph(some, { by: 'atom' }));
  return [
    { what: 'atomize with all facts ÷ bare parse', measured: (atoms / bare).toFixed(2), asked: '≤ 2.5' },
    {
      what: `${files.length} files → resolved graph, one thread`,
      measured: `${(graph / files.length).toFixed(2)} ms a file`,
      asked: '≤ 2.5 ms a file (two workers)',
    },
    { what: '0.25 MB: text → atoms and levels, warm', measured: `${once.toFixed(0)} ms`, asked: '≤ 120 ms' },
    await levelsOf(100_000, '≤ 10 ms'),
    await levelsOf(1_000_000, '≤ 150 ms'),
  ];
}

/** A run's worth of code: about 0.25 MB. */
function runOf(files: readonly SourceFile[]): SourceFile[] {
  let size = 0;
  return files.filter(({ text }) => {
    size += text.length;
    return size <= 250_000;
  });
}

async function levelsOf(edges: number, asked: string): Promise<Figure> {
  const nodes = edges / 5;
  const from = Int32Array.from({ length: edges }, (_, edge) => (edge * 7919) % nodes);
  const to = from.map((node, edge) => Math.floor((node * ((edge * 31) % 97)) / 97));
  const time = await medianTime(runs, () => {
    const adjacency = createAdjacency(nodes, from, to);
    computeLevels(adjacency, findComponents(adjacency));
  });
  return { what: `levels and cycles of ${edges} edges`, measured: `${time.toFixed(0)} ms`, asked };
}
