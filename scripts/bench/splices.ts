import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createAtomize } from '#engine/atomization/create-atomize.ts';
import { measureMutations } from '#scripts/bench/analysis/measure-mutations.ts';
import { measureSplices } from '#scripts/bench/analysis/measure-splices.ts';
import { pythonLibrary, readCorpus } from '#scripts/bench/analysis/read-corpus.ts';
import { renderFigures, type Figure } from '#scripts/bench/figure.ts';

const mutationsAFile = 4;

/** `npm run bench -- splices`: atoms put back into their places, and 10,000 mutated files, of this repository, its packages and Python's library. */
export async function benchSplices(): Promise<void> {
  const atomize = createAtomize({ syntax: await createTreeSitterSyntax() });
  const library = pythonLibrary();
  const corpora = {
    'TypeScript (this repository)': await readCorpus('src', 'ts', 1000),
    'TypeScript (packages)': await readCorpus('node_modules', 'ts,tsx,mts', 700),
    'JavaScript (packages)': await readCorpus('node_modules', 'js,mjs,cjs', 700),
    'Python (its library)': library === null ? [] : await readCorpus(library, 'py', 300),
  };
  const figures: Figure[] = [];
  for (const [name, files] of Object.entries(corpora)) figures.push(...(await measureSplices(atomize, name, files)));
  const all = Object.values(corpora).flat();
  const exact = await measureMutations(atomize, all, mutationsAFile);
  figures.push({ what: 'mutated real files tiled exactly', measured: exact, asked: 'all of 10,000' });
  console.log(renderFigures(figures));
}
