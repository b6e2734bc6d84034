import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { analyseProject } from '#engine/dependencies/analyse-project.ts';
import { assembleGraph } from '#engine/dependencies/assemble-graph.ts';
import { drawAtomGraph } from '#engine/dependencies/draw-atom-graph.ts';
import { drawSymbolGraph } from '#engine/dependencies/draw-symbol-graph.ts';
import type { FileFacts } from '#engine/dependencies/file-facts.ts';
import type { GraphOptions } from '#engine/dependencies/graph-options.ts';
import type { ProjectSettings } from '#engine/dependencies/read-project-settings.ts';

/** The graph of files that are read, sorted by path; `atomsOf` is asked for graphs by atom only. */
export function graphOfFiles(
  files: readonly FileFacts[],
  settings: ProjectSettings,
  { by, nested = false }: GraphOptions,
  atomsOf: (file: FileFacts) => FileAtoms,
): DependencyGraph {
  const project = analyseProject(files, settings);
  if (by === 'symbol') return assembleGraph(drawSymbolGraph(project, { nested }));
  return assembleGraph(drawAtomGraph(project, files.map(atomsOf)));
}
