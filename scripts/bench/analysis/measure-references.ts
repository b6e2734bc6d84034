import type { SourceFile } from '#domain/atom/source-file.ts';
import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';
import type { Atomize } from '#engine/atomization/create-atomize.ts';
import type { BuildGraph } from '#engine/dependencies/create-build-graph.ts';
import { checkerReferences } from '#scripts/bench/analysis/checker-references.ts';
import type { Figure } from '#scripts/bench/figure.ts';

/** Symbol edges against the references that the TypeScript checker sees in this repository. */
export async function measureReferences(
  { atomize, buildGraph }: { readonly atomize: Atomize; readonly buildGraph: BuildGraph },
  { files, settings }: { readonly files: readonly SourceFile[]; readonly settings: readonly SourceFile[] },
): Promise<Figure[]> {
  const symbols = new Map<string, SymbolFacts[]>();
  for (const file of files) {
    const own = (await atomize(file)).symbols;
    symbols.set(
      file.path,
      own.toSorted((a, b) => a.end - a.start - (b.end - b.start)),
    );
  }
  const wanted = checkerReferences(
    'tsconfig.json',
    (file, offset) => symbols.get(file)?.find(({ start, end }) => offset >= start && offset < end) ?? null,
  );
  const graph = await buildGraph([...files, ...settings], { by: 'symbol' });
  const own = new Set(graph.nodes.filter(({ kind }) => kind !== 'external').map(({ id }) => id));
  // For the checker `new X()` names the class; that its constructor runs is no reference.
  const edges = graph.edges.filter(
    ({ to, indirect }) => own.has(to) && indirect !== true && !to.endsWith('.constructor'),
  );
  const found = new Set(edges.map(({ from, to }) => `${from} → ${to}`));
  const common = [...wanted].filter((edge) => found.has(edge)).length;
  return [
    { what: `symbol edges: recall of ${wanted.size}`, measured: (common / wanted.size).toFixed(4), asked: '≥ .97' },
    { what: `symbol edges: precision of ${found.size}`, measured: (common / found.size).toFixed(4), asked: '≥ .98' },
  ];
}
