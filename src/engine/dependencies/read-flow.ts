import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { childInField, partsOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/abstract-value.ts';
import type { FileModel } from '#engine/dependencies/file-model.ts';
import { flowOfAssignment, flowOfIteration } from '#engine/dependencies/flow-of-assignment.ts';
import { flowOfCall } from '#engine/dependencies/flow-of-call.ts';
import { flowOfClass } from '#engine/dependencies/flow-of-class.ts';
import { flowOfContainer, flowOfItem, flowOfMember } from '#engine/dependencies/flow-of-access.ts';
import { flowOfDecorated } from '#engine/dependencies/flow-of-decorated.ts';
import { flowOfFunction } from '#engine/dependencies/flow-of-function.ts';
import { flowOfName, flowOfReceiver } from '#engine/dependencies/flow-of-name.ts';
import { flowOfReturn, flowOfYield } from '#engine/dependencies/flow-of-result.ts';
import { noVariable, type Flow, type FlowReader, type Surroundings } from '#engine/dependencies/flow-reader.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';

/** Reads a whole file. */
export function readFlow(project: ProjectModel, file: FileModel): void {
  const flows = flowsOf(file.tree);
  const around = { result: noVariable, receiver: noVariable, classValue: null, isClassBody: false };
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

/** The value of a choice may be that of any of its fields; the other parts are read for their effects. */
function flowOfChoice(fields: readonly string[]): Flow {
  return (reader, node) => {
    const { tree, project } = reader;
    const wanted = new Set(
      fields.includes('') ? partsOf(tree, node) : fields.map((field) => childInField(tree, node, field)),
    );
    const result = project.graph.createVariable();
    for (const part of partsOf(tree, node)) {
      const variable = reader.read(part);
      if (wanted.has(part)) project.graph.copy(variable, result);
    }
    return result;
  };
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

function flowsByName(kinds: SyntaxTree['grammar']['rules']['expressions']): Map<string, Flow> {
  const flows = new Map<string, Flow>();
  const add = (names: Iterable<string>, flow: Flow): void => {
    for (const name of names) flows.set(name, flow);
  };
  for (const [name, fields] of Object.entries(kinds.choice)) flows.set(name, flowOfChoice(fields));
  add(Object.keys(kinds.call), flowOfCall);
  add(Object.keys(kinds.member), flowOfMember);
  add(Object.keys(kinds.item), flowOfItem);
  add(Object.keys(kinds.assign), flowOfAssignment);
  add(Object.keys(kinds.iterate), flowOfIteration);
  add(kinds.container, flowOfContainer);
  add(kinds.returns, flowOfReturn);
  add(kinds.yields, flowOfYield);
  add([...kinds.receiver, ...kinds.parent], flowOfReceiver);
  add(['decorated_definition'], flowOfDecorated);
  return flows;
}
