import { createAnswers, type Answers } from '#engine/dependencies/values/create-answers.ts';
import { createAssignmentGraph, type AssignmentGraph } from '#engine/dependencies/values/create-assignment-graph.ts';
import { createEdgeRecorder } from '#engine/dependencies/project/create-edge-recorder.ts';
import { describedAccessors } from '#engine/dependencies/members/described-accessors.ts';
import { createFileModel } from '#engine/dependencies/project/create-file-model.ts';
import type { FileLookup } from '#engine/dependencies/project/create-file-lookup.ts';
import { createPairNumbering } from '#engine/dependencies/values/create-pair-numbering.ts';
import { createLater } from '#engine/dependencies/values/create-later.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';
import { givenMethods } from '#engine/dependencies/project/given-methods.ts';
import type { FileModel } from '#engine/dependencies/project/file-model.ts';
import type { ImportTarget, KnownAnswers, ProjectModel } from '#engine/dependencies/project/project-model.ts';
import type { ProjectSurroundings } from '#engine/dependencies/project/project-surroundings.ts';

/** The model of a project, or of a part of it, before anything flows: files, symbols, and how imports find files. */
export function createProjectModel(facts: readonly FileFacts[], whole: ProjectSurroundings): ProjectModel {
  const graph = createAssignmentGraph(facts.reduce((nodes, { tree }) => nodes + tree.count, 0));
  const files: FileModel[] = [];
  let firstSymbol = 0;
  let firstNode = 0;
  for (const [index, each] of facts.entries()) {
    const file = createFileModel(graph, each, { index, firstSymbol, firstNode });
    files.push(file);
    firstSymbol += file.symbols.symbols.length;
    firstNode += file.tree.count;
  }
  const lookup = within(whole.lookup, whole.paths, files);
  return {
    graph,
    files,
    symbols: files.flatMap((file) => file.symbols.symbols.map((symbol) => symbol.facts)),
    edges: createEdgeRecorder(),
    calls: [],
    classes: new Map(),
    commonExports: new Map(),
    answers: noAnswers(graph),
    parts: new Map(),
    functionAttributes: new Map(),
    constructed: new Set(),
    classOrders: new Map(),
    heirs: new Map(),
    accessors: whole.accessors,
    givenMethods: givenMethods(facts),
    describesAny: facts.some(({ tree }) => describedAccessors(tree).includes(null)),
    hasProxies: facts.some(({ tree }) => /\bProxy(?:\.revocable)?\(/u.test(tree.text)),
    later: createLater(),
    atLast: createLater(),
    neighbours: (of) => lookup.neighbours(of.tree.path),
    submodule: (of, name) => lookup.submodule(of.tree.path, name),
    resolveImport: rememberTargets(({ tree: { path } }, source) => lookup.resolveImport(path, source)),
  };
}

function noAnswers(graph: AssignmentGraph): KnownAnswers {
  const create = (): Answers => createAnswers(() => graph.createVariable());
  return { ofInstances: create(), ofObjects: create(), ofClasses: create(), receivers: createPairNumbering() };
}

/** Numbers of a part's own files for those of the whole; a part is made so that no other file is asked for. */
function within(lookup: FileLookup, paths: readonly string[], files: readonly FileModel[]): FileLookup {
  const own = new Map(files.map(({ tree, index }) => [tree.path, index]));
  const numberOf = (file: number): number => own.get(paths[file] ?? '') ?? -1;
  return {
    submodule(of, name) {
      const file = lookup.submodule(of, name);
      return file === null ? null : numberOf(file);
    },
    neighbours: (of) => lookup.neighbours(of).map(numberOf),
    resolveImport(from, source) {
      const target = lookup.resolveImport(from, source);
      return target !== null && 'file' in target ? { file: numberOf(target.file) } : target;
    },
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
