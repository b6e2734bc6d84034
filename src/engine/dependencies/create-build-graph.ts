import { atomizeTree, readTree } from '#domain/atom/split/atomize-tree.ts';
import { defaultAtomLimits } from '#domain/atom/atom.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { graphOfFiles } from '#engine/dependencies/graph-of-files.ts';
import type { GraphOptions } from '#engine/dependencies/graph-options.ts';
import { readFile } from '#engine/dependencies/read-file.ts';
import { readProjectSettings } from '#engine/dependencies/read-project-settings.ts';
import { sortedByPath } from '#engine/dependencies/source-paths.ts';
import type { Syntax } from '#ports/syntax.ts';

export type BuildGraph = (files: readonly SourceFile[], options: GraphOptions) => Promise<DependencyGraph>;

/**
 * Builds the dependency graph of a project. Files in no known language are left out, except that `package.json` and
 * `tsconfig.json` among them say how imports find files. The result does not depend on the order of the files.
 */
export function createBuildGraph({ syntax }: { readonly syntax: Syntax }): BuildGraph {
  return async (files, options) => {
    const sorted = sortedByPath(files);
    const facts = sorted
      .filter((file) => syntax.languageOf(file.path) !== null)
      .map((file) => {
        const tree = syntax.parse(file);
        return readFile(tree, readTree(tree, options.root ?? ''));
      });
    return graphOfFiles(facts, readProjectSettings(sorted), options, (file) =>
      atomizeTree(file.tree, file, defaultAtomLimits),
    );
  };
}
