import { readTree } from '#domain/atom/split/atomize-tree.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { graphOfFacts } from '#engine/dependencies/graph-of-facts.ts';
import type { GraphOptions } from '#engine/dependencies/graph-options.ts';
import { readFile } from '#engine/dependencies/project/read-file.ts';
import type { Syntax } from '#ports/syntax.ts';

export type BuildGraph = (files: readonly SourceFile[], options: GraphOptions) => Promise<DependencyGraph>;

/**
 * Builds the dependency graph of a project. Files in no known language are left out, except that `package.json` and
 * `tsconfig.json` among them say how imports find files. The result does not depend on the order of the files.
 */
export function createBuildGraph({ syntax }: { readonly syntax: Syntax }): BuildGraph {
  return async (files, options) => {
    const known = files.filter((file) => syntax.languageOf(file.path) !== null);
    const facts = known.map((file) => {
      const tree = syntax.parse(file);
      return readFile(tree, readTree(tree, options.root ?? ''));
    });
    return graphOfFacts(facts, files, options);
  };
}
