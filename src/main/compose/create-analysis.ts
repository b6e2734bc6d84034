import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import type { PackContext } from '#domain/build/pack-context.ts';
import { createAtomize, type Atomize } from '#engine/atomization/create-atomize.ts';
import { createContext } from '#engine/atomization/create-context.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';
import type { Syntax } from '#ports/syntax.ts';

/** What the stages of the build need of the analysis engine. */
export interface Analysis {
  readonly syntax: Syntax;
  readonly atomize: Atomize;
  readonly analyse: AnalyseSources;
  readonly packContext: PackContext;
}

export function createAnalysis(syntax: Syntax): Analysis {
  const atomize = createAtomize({ syntax });
  const buildGraph = createBuildGraph({ syntax });
  const analyse: AnalyseSources = async (files, limits) => {
    const known = files.filter((file) => syntax.languageOf(file.path) !== null);
    const takeApart = limits === undefined ? atomize : createAtomize({ syntax, limits });
    const fileAtoms = await Promise.all(known.map(takeApart));
    return { fileAtoms, graph: await buildGraph(files, { by: 'symbol' }) };
  };
  return { syntax, atomize, analyse, packContext: createPackContext(analyse) };
}

/** Packs what a model must see of a project to write one atom anew. */
export function createPackContext(analyse: AnalyseSources): PackContext {
  return async ({ files, limits, atom, budget }) => {
    const { fileAtoms, graph } = await analyse([...files], limits);
    return createContext({ files, fileAtoms, graph, atom, budget }).sections;
  };
}
