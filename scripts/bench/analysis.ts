import { readFile } from 'node:fs/promises';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createAtomize } from '#engine/atomization/create-atomize.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';
import { measureAtoms } from '#scripts/bench/analysis/measure-atoms.ts';
import { measureComplexity } from '#scripts/bench/analysis/measure-complexity.ts';
import { measureEdits } from '#scripts/bench/analysis/measure-edits.ts';
import { measureReferences } from '#scripts/bench/analysis/measure-references.ts';
import { measureSpeed } from '#scripts/bench/analysis/measure-speed.ts';
import { pythonLibrary, readCorpus } from '#scripts/bench/analysis/read-corpus.ts';
import { scoreCallGraphs } from '#scripts/bench/analysis/score-call-graphs.ts';
import { renderFigures, type Figure } from '#scripts/bench/figure.ts';

/**
 * `npm run bench -- analysis [FOLDER]`: the analysis engine on this repository, its packages and Python's library. FOLDER
 * holds programs with a `callgraph.json` each (PyCG's micro-benchmark has no licence: fetch it yourself).
 */
export async function benchAnalysis([programs]: readonly string[]): Promise<void> {
  const syntax = await createTreeSitterSyntax();
  const tools = { atomize: createAtomize({ syntax }), buildGraph: createBuildGraph({ syntax }) };
  const own = [await readCorpus('src', 'ts', 5000), await readCorpus('local', 'ts', 5000)].flat();
  const compiled = own.filter(({ path }) => !path.startsWith('local/scripts/'));
  const settings = [{ path: 'package.json', text: await readFile('package.json', 'utf8') }];
  const library = pythonLibrary();
  const figures: Figure[] = [
    ...(await measureSpeed(tools, compiled)),
    ...measureEdits(syntax, compiled),
    await measureComplexity(syntax, [own, await readCorpus('node_modules', 'js,mjs,cjs', 1500)].flat()),
    ...(await measureReferences(tools, { files: compiled, settings })),
    ...(await measureAtoms(tools.atomize, 'TypeScript (this repository)', own)),
    ...(await measureAtoms(
      tools.atomize,
      'TypeScript (packages)',
      await readCorpus('node_modules', 'ts,tsx,mts', 1500),
    )),
    ...(await measureAtoms(
      tools.atomize,
      'JavaScript (packages)',
      await readCorpus('node_modules', 'js,mjs,cjs', 1500),
    )),
    ...(library === null
      ? []
      : await measureAtoms(tools.atomize, 'Python (its library)', await readCorpus(library, 'py', 600))),
  ];
  if (programs !== undefined) {
    const scores = await scoreCallGraphs(tools.buildGraph, programs);
    const wrong = scores.filter(({ missing, extra }) => missing.length + extra.length > 0);
    figures.push({
      what: `Python calls: programs exactly right`,
      measured: `${scores.length - wrong.length} of ${scores.length}`,
      asked: '≥ 115 of 119',
    });
    for (const { program, missing, extra } of wrong) console.error(program, { missing, extra });
  }
  console.log(renderFigures(figures));
}
