import { defaultAtomLimits } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import { atomizeTree } from '#domain/atom/split/atomize-tree.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { analyseProject } from '#engine/dependencies/analyse-project.ts';
import { assembleGraph } from '#engine/dependencies/drawing/assemble-graph.ts';
import { drawAtomGraph } from '#engine/dependencies/drawing/draw-atom-graph.ts';
import { drawSymbolGraph } from '#engine/dependencies/drawing/draw-symbol-graph.ts';
import { createFileLookup } from '#engine/dependencies/project/create-file-lookup.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';
import type { GraphOptions } from '#engine/dependencies/graph-options.ts';
import { joinDrawn } from '#engine/dependencies/drawing/join-drawn.ts';
import { surroundingsOf } from '#engine/dependencies/project/project-surroundings.ts';
import { readProjectSettings } from '#engine/dependencies/project/read-project-settings.ts';
import { splitProject } from '#engine/dependencies/project/split-project.ts';
import { compareText } from '#engine/dependencies/project/source-paths.ts';

/** What graphs are made with, where one is made after the other. */
export interface GraphTools {
  /** Asked for graphs by atom only. */
  readonly atomsOf?: (file: FileFacts) => FileAtoms;
  /** How files find each other: the same as long as no file comes or goes. */
  readonly lookUp?: typeof createFileLookup;
}

/**
 * The graph of files that are read. `settings`: the project's `package.json`, `tsconfig.json` and `go.mod`. The result does not
 * depend on the order of the files.
 */
export function graphOfFacts(
  facts: readonly FileFacts[],
  settings: readonly SourceFile[],
  { by, nested = false }: GraphOptions,
  { atomsOf = atomsOfFile, lookUp = createFileLookup }: GraphTools = {},
): DependencyGraph {
  const files = facts.toSorted((a, b) => compareText(a.tree.path, b.tree.path));
  const sorted = settings.toSorted((a, b) => compareText(a.path, b.path));
  const paths = files.map(({ tree }) => tree.path);
  const whole = surroundingsOf(files, lookUp(paths, readProjectSettings(sorted)));
  if (by === 'atom') return assembleGraph(drawAtomGraph(analyseProject(files, whole), files.map(atomsOf)));
  const parts = splitProject(files, whole);
  return assembleGraph(joinDrawn(parts.map((part) => drawSymbolGraph(analyseProject(part, whole), { nested }))));
}

function atomsOfFile(file: FileFacts): FileAtoms {
  return atomizeTree(file.tree, file, defaultAtomLimits);
}
