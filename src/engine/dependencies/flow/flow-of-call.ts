import { childInField, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { Argument } from '#engine/dependencies/calls/pass-arguments.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import { callListeners } from '#engine/dependencies/calls/call-listeners.ts';
import { callBack } from '#engine/dependencies/calls/call-back.ts';
import { invoke, invokeValue } from '#engine/dependencies/calls/invoke.ts';
import { anyElement, loadFrom } from '#engine/dependencies/members/attributes.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import { isParentCall, parentVariable } from '#engine/dependencies/flow/flow-of-name.ts';
import { requiredModule } from '#engine/dependencies/project/required-module.ts';
import { mergeDictionary } from '#engine/dependencies/calls/merge-dictionary.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { forgetPaths } from '#engine/dependencies/flow/straight-code.ts';

/** A call, `new`, or JSX element. */
export function flowOfCall(reader: FlowReader, node: number): Variable {
  const { tree, project, file } = reader;
  const shape = tree.grammar.rules.expressions.call[kindName(tree, node)];
  if (shape === undefined) return noVariable;
  const calleeNode = childInField(tree, node, shape.callee);
  if (isParentCall(reader, calleeNode)) {
    project.edges.record({ site: { file, node }, target: { external: '<builtin>.super' }, kind: 'call', by: 'name' });
    return parentVariable(reader);
  }
  const required = requiredModule(reader, node, calleeNode);
  if (required !== null) return required;
  const callee = reader.read(calleeNode);
  const call: Call = {
    isNew: kindName(tree, node) === 'new_expression',
    site: { file, node },
    args:
      shape.args === ''
        ? readParts(reader, node, calleeNode)
        : readArguments(reader, childInField(tree, node, shape.args)),
    result: project.graph.createVariable(),
  };
  invoke(project, callee, call);
  forgetPaths(reader);
  mergeDictionary(reader, node);
  project.calls.push({ site: call.site, callee });
  callOfElements(reader, calleeNode, call);
  callListeners(reader, calleeNode, call);
  return call.result;
}

function readArguments(reader: FlowReader, list: number): Argument[] {
  const { tree } = reader;
  if (list < 0) return [];
  return partsOf(tree, list).map((part): Argument => {
    const isNamed = kindName(tree, part) === 'keyword_argument';
    const name = isNamed ? textOf(tree, childInField(tree, part, 'name')) : null;
    const isSpread = tree.grammar.rules.expressions.spread.includes(kindName(tree, part));
    if (kindName(tree, part) === 'dictionary_splat') return { variable: reader.read(part), name: '', isSpread };
    return { variable: reader.read(isNamed ? childInField(tree, part, 'value') : part), name, isSpread };
  });
}

/** Attributes of a JSX element: read for their effects, passed to nobody. */
function readParts(reader: FlowReader, node: number, callee: number): Argument[] {
  for (const part of partsOf(reader.tree, node)) if (part !== callee) reader.read(part);
  return [];
}

const callingMethods = new Set(
  'map forEach filter find findLast findIndex some every reduce reduceRight flatMap sort toSorted then catch finally'.split(
    ' ',
  ),
);
const elementMethods = new Set([...callingMethods, 'at', 'pop', 'shift', 'values', 'slice', 'concat']);

/** Methods of lists and promises call their callbacks with the elements. */
function callOfElements(reader: FlowReader, calleeNode: number, call: Call): void {
  const { tree, project } = reader;
  const shape = tree.grammar.rules.expressions.member[kindName(tree, calleeNode)];
  if (shape === undefined || tree.language === 'python') return;
  const name = textOf(tree, childInField(tree, calleeNode, shape.name));
  if (!elementMethods.has(name)) return;
  const isPromise = /^(?:then|catch|finally)$/u.test(name);
  const elements = project.graph.createVariable();
  const list = project.graph.createVariable();
  const object = reader.read(childInField(tree, calleeNode, shape.object));
  project.graph.onValue(object, (id) => {
    if (isPromise) project.graph.put(elements, id);
    else if (project.graph.valueOf(id).kind === 'object') loadFrom(project, id, anyElement, elements);
  });
  const attributes = new Map<string, Variable>();
  if (callingMethods.has(name))
    callBack(project, { site: call.site, args: call.args, result: list }, elements, invokeValue);
  for (const source of [list, elements]) {
    project.graph.copy(source, ownAttribute(project, attributes, anyElement));
    project.graph.copy(source, call.result);
  }
  project.graph.put(call.result, project.graph.createValue({ kind: 'object', attributes }));
}
