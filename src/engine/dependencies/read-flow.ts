import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { partsOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/abstract-value.ts';
import type { FileModel } from '#engine/dependencies/file-model.ts';
import { flowOfClass } from '#engine/dependencies/flow-of-class.ts';
import { createStraightCode } from '#engine/dependencies/straight-code.ts';
import { flowOfFunction } from '#engine/dependencies/flow-of-function.ts';
import { flowOfName } from '#engine/dependencies/flow-of-name.ts';
import { noVariable, type Flow, type FlowReader, type Surroundings } from '#engine/dependencies/flow-reader.ts';
import { flowsByName } from '#engine/dependencies/flows-by-name.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';

/** Reads a whole file. */
export function readFlow(project: ProjectModel, file: FileModel): void {
  const flows = flowsOf(file.tree);
  const around = {
    result: noVariable,
    receiver: noVariable,
    classValue: null,
    straight: createStraightCode(),
    isClassBody: false,
  };
  const reader = createReader(project, file, flows, around);
  for (const statement of partsOf(file.tree, 0)) reader.read(statement);
}

function createReader(
  project: ProjectModel,
  file: FileModel,
  flows: readonly (Flow | undefined)[],
  around: Surroundings,
): FlowReader {
  const { tree } = file;
  const reader: FlowReader = {
    project,
    file,
    tree,
    around,
    read: (node) => (node < 0 ? noVariable : (flows[tree.kind[node] ?? 0] ?? flowOfParts)(reader, node)),
    inside: (other) => createReader(project, file, flows, other),
  };
  return reader;
}

/** Any other construct: its parts are read, and it has no value of interest. */
function flowOfParts(reader: FlowReader, node: number): Variable {
  for (const part of partsOf(reader.tree, node)) reader.read(part);
  return noVariable;
}

function flowOfNothing(): Variable {
  return noVariable;
}

/** For each node kind of a language, how it is read. */
function flowsOf(tree: SyntaxTree): (Flow | undefined)[] {
  const { kindNames, flags, rules } = tree.grammar;
  const named = flowsByName(rules.expressions);
  return kindNames.map((name, kind) => {
    const flag = flags[kind] ?? 0;
    if ((flag & kindFlags.named) === 0) return flowOfNothing;
    if ((flag & (kindFlags.comment | kindFlags.import | kindFlags.typeRegion | kindFlags.declaration)) !== 0)
      return flowOfNothing;
    if ((flag & kindFlags.identifier) !== 0) return flowOfName;
    if ((flag & kindFlags.function) !== 0) return flowOfFunction;
    if ((flag & kindFlags.class) !== 0) return flowOfClass;
    return named.get(name);
  });
}
