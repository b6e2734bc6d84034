import { atomizeTree, readTree } from '#domain/atom/split/atomize-tree.ts';
import { defaultAtomLimits } from '#domain/atom/atom.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { analyseProject } from '#engine/dependencies/analyse-project.ts';
import { assembleGraph } from '#engine/dependencies/assemble-graph.ts';
import { drawAtomGraph } from '#engine/dependencies/draw-atom-graph.ts';
import { drawSymbolGraph } from '#engine/dependencies/draw-symbol-graph.ts';
import { readFile } from '#engine/dependencies/read-file.ts';
import { readProjectSettings } from '#engine/dependencies/read-project-settings.ts';
import type { Syntax } from '#ports/syntax.ts';

export interface GraphOptions {
  readonly by: 'symbol' | 'atom';
  /** By symbol: functions and lambdas inside symbols are nodes of their own where the language names them (Python). */
  readonly nested?: boolean;
  /** A folder that the dotted ids leave out. */
  readonly root?: string;
}

export type BuildGraph = (files: readonly SourceFile[], options: GraphOptions) => Promise<DependencyGraph>;

/**
 * Builds the dependency graph of a project. Files in no known language are left out, except that `package.json` and
 * `tsconfig.json` among them say how imports find files. The result does not depend on the order of the files.
 */
export function createBuildGraph({ syntax }: { readonly syntax: Syntax }): BuildGraph {
  return async (files, { by, nested = false, root = '' }) => {
    const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    const trees = sorted.filter((file) => syntax.languageOf(file.path) !== null).map((file) => syntax.parse(file));
    const facts = trees.map((tree) => readFile(tree, readTree(tree, root)));
    const project = analyseProject(facts, readProjectSettings(sorted));
    if (by === 'symbol') return assembleGraph(drawSymbolGraph(project, { nested }));
    const atoms = project.files.map((file) => atomizeTree(file.tree, file, defaultAtomLimits));
    return assembleGraph(drawAtomGraph(project, atoms));
  };
}
