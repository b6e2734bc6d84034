import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import { createAtomize, type Atomize } from '#engine/atomization/create-atomize.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';
import type { Syntax } from '#ports/syntax.ts';

/** What the stages of the build need of the analysis engine. */
export interface Analysis {
  readonly syntax: Syntax;
  readonly atomize: Atomize;
  readonly analyse: AnalyseSources;
}

export function createAnalysis(syntax: Syntax): Analysis {
  const atomize = createAtomize({ syntax });
  const buildGraph = createBuildGraph({ syntax });
  return {
    syntax,
    atomize,
    analyse: async (files, limits) => {
      const known = files.filter((file) => syntax.languageOf(file.path) !== null);
      const takeApart = limits === undefined ? atomize : createAtomize({ syntax, limits });
      const fileAtoms = await Promise.all(known.map(takeApart));
      return { fileAtoms, graph: await buildGraph(files, { by: 'symbol' }) };
    },
  };
}
