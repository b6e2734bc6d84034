import { LRUCache } from 'lru-cache';
import { defaultAtomLimits, type AtomLimits } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import { atomizeTree } from '#domain/atom/split/atomize-tree.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import type { PackContext } from '#domain/build/pack-context.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { createAtomize, type Atomize } from '#engine/atomization/create-atomize.ts';
import { createContext } from '#engine/atomization/create-context.ts';
import { createReadFacts } from '#engine/dependencies/project/create-read-facts.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';
import { graphOfFacts } from '#engine/dependencies/graph-of-facts.ts';
import type { Syntax } from '#ports/syntax.ts';

/** What the stages of the build need of the analysis engine. */
export interface Analysis {
  readonly syntax: Syntax;
  readonly atomize: Atomize;
  readonly analyse: AnalyseSources;
  readonly packContext: PackContext;
}

/** Graphs that are kept: atoms that failed together are written anew from the same project. */
const KEPT_GRAPHS = 8;

export function createAnalysis(syntax: Syntax): Analysis {
  const readFacts = createReadFacts({ syntax });
  const takeApart = createTakeApart();
  const drawGraph = createDrawGraph();
  const analyse: AnalyseSources = async (files, limits = defaultAtomLimits) => {
    const isCode = ({ path }: SourceFile): boolean => syntax.languageOf(path) !== null;
    const facts = files.filter(isCode).map(readFacts);
    const settings = files.filter((file) => !isCode(file));
    const fileAtoms = facts.map((file) => takeApart(file, limits));
    return Promise.resolve({
      fileAtoms,
      get graph() {
        return drawGraph(facts, settings);
      },
    });
  };
  return { syntax, atomize: createAtomize({ syntax }), analyse, packContext: createPackContext(analyse) };
}

/** Packs what a model must see of a project to write one atom anew. */
export function createPackContext(analyse: AnalyseSources): PackContext {
  return async ({ files, limits, atom, budget }) => {
    const { fileAtoms, graph } = await analyse([...files], limits);
    return createContext({ files, fileAtoms, graph, atom, budget }).sections;
  };
}

/** Atoms are kept as long as the facts of their file are. */
function createTakeApart(): (file: FileFacts, limits: AtomLimits) => FileAtoms {
  const known = new WeakMap<FileFacts, Map<string, FileAtoms>>();
  return (file, limits) => {
    const byLimits = known.get(file) ?? new Map<string, FileAtoms>();
    known.set(file, byLimits);
    const key = JSON.stringify(limits);
    const atoms = byLimits.get(key) ?? atomizeTree(file.tree, file, limits);
    byLimits.set(key, atoms);
    return atoms;
  };
}

/** A graph follows from the facts of its files and from the project's settings, in whatever order they come. */
function createDrawGraph(): (facts: readonly FileFacts[], settings: readonly SourceFile[]) => DependencyGraph {
  const graphs = new LRUCache<string, DependencyGraph>({ max: KEPT_GRAPHS });
  const numbers = new WeakMap<FileFacts, number>();
  let last = 0;
  const numberOf = (file: FileFacts): number => {
    const number = numbers.get(file) ?? ++last;
    numbers.set(file, number);
    return number;
  };
  return (facts, settings) => {
    const key = JSON.stringify([facts.map(numberOf), settings.map(({ path, text }) => [path, text])]);
    const graph = graphs.get(key) ?? graphOfFacts(facts, settings, { by: 'symbol' });
    graphs.set(key, graph);
    return graph;
  };
}
