import { accessorNames } from '#engine/dependencies/accessors.ts';
import { createAssignmentGraph } from '#engine/dependencies/create-assignment-graph.ts';
import { createEdgeRecorder } from '#engine/dependencies/create-edge-recorder.ts';
import { createFileModel } from '#engine/dependencies/create-file-model.ts';
import { createImportResolver } from '#engine/dependencies/create-import-resolver.ts';
import { createLater } from '#engine/dependencies/create-later.ts';
import { createPackages } from '#engine/dependencies/create-packages.ts';
import type { FileFacts } from '#engine/dependencies/file-facts.ts';
import type { FileModel } from '#engine/dependencies/file-model.ts';
import type { ImportTarget, ProjectModel } from '#engine/dependencies/project-model.ts';
import type { ProjectSettings } from '#engine/dependencies/read-project-settings.ts';

/** The model of a project before anything flows: files, symbols, and how imports find files. */
export function createProjectModel(facts: readonly FileFacts[], settings: ProjectSettings): ProjectModel {
  const graph = createAssignmentGraph();
  const files: FileModel[] = [];
  let firstSymbol = 0;
  for (const [index, each] of facts.entries()) {
    const file = createFileModel(graph, each, { index, firstSymbol });
    files.push(file);
    firstSymbol += file.symbols.symbols.length;
  }
  const resolver = createImportResolver(
    files.map((file) => file.tree.path),
    settings,
  );
  const packages = createPackages(files.map((file) => file.tree.path));
  return {
    graph,
    files,
    symbols: files.flatMap((file) => file.symbols.symbols.map((symbol) => symbol.facts)),
    edges: createEdgeRecorder(),
    calls: [],
    classes: new Map(),
    commonExports: new Map(),
    inherited: new Map(),
    functionAttributes: new Map(),
    constructed: new Set(),
    classOrders: new Map(),
    accessors: accessorNames(files),
    later: createLater(),
    neighbours: (of) => packages.neighbours(of.tree.path),
    submodule: (of, name) => resolver.submodule(of.tree.path, name),
    resolveImport: rememberTargets(
      ({ tree: { path } }, source) =>
        packages.resolve(path, source, settings.modules) ?? resolver.resolve(path, source),
    ),
  };
}

/** Imports are looked up by many: once for each file and source. */
function rememberTargets(resolve: ProjectModel['resolveImport']): ProjectModel['resolveImport'] {
  const known: Map<string, ImportTarget | null>[] = [];
  return (from, source) => {
    const ofFile = (known[from.index] ??= new Map());
    const earlier = ofFile.get(source);
    if (earlier !== undefined) return earlier;
    const target = resolve(from, source);
    ofFile.set(source, target);
    return target;
  };
}
