import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import { createAtomize } from '#engine/atomization/create-atomize.ts';
import { measureMutations } from '#scripts/bench/analysis/measure-mutations.ts';
import { measureSplices } from '#scripts/bench/analysis/measure-splices.ts';
import { pythonLibrary, readCorpus } from '#scripts/bench/analysis/read-corpus.ts';
import { renderFigures, type Figure } from '#scripts/bench/figure.ts';

const mutationsAFile = 4;
/** A file is parsed again for nearly every atom of it, and for every mutation: the largest would take all the time. */
const largest = 60_000;

/**
 * `npm run bench -- splices [SHARE]`: atoms put back into their places, and mutated files (about 10,000), of this repository, its
 * packages and Python's library. SHARE (1 by default) of the files; how far it is stands on stderr.
 */
export async function benchSplices([share = '1']: readonly string[]): Promise<void> {
  const syntax = await createTreeSitterSyntax();
  const atomize = createAtomize({ syntax });
  const library = pythonLibrary();
  const read = async (folder: string, endings: string, most: number): Promise<SourceFile[]> => {
    const files = await readCorpus(folder, endings, Math.ceil(most * Number(share)));
    return files.filter(({ text }) => text.length <= largest);
  };
  const corpora = {
    'TypeScript (this repository)': await read('src', 'ts', 800),
    'TypeScript (packages)': await read('node_modules', 'ts,tsx,mts', 700),
    'JavaScript (packages)': await read('node_modules', 'js,mjs,cjs', 700),
    'Python (its library)': library === null ? [] : await read(library, 'py', 400),
  };
  const figures: Figure[] = [];
  for (const [name, files] of Object.entries(corpora)) {
    console.error(`${name}: ${files.length} files`);
    figures.push(await measureSplices({ atomize, syntax }, name, files));
    figures.push({
      what: `${name}: mutated files tiled exactly`,
      measured: await measureMutations(atomize, files, mutationsAFile),
      asked: 'all',
    });
  }
  console.log(renderFigures(figures));
}
