import { childInField, childOfKind, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { bindingOf, noVariable, variableOf, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { putInstanceOfType, signatureKey, typeVariable } from '#engine/dependencies/flow/flow-of-type.ts';
import { addSignature } from '#engine/dependencies/flow/give-signature.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';

/** An interface: a class that makes no objects. `type Name = Other` is the other class; a type of members is as an interface. */
export function flowOfDeclaredType(reader: FlowReader, node: number): Variable {
  const { tree, project } = reader;
  readTypeParameters(reader, node);
  const own = declared(reader, childInField(tree, node, 'name'));
  const value = childInField(tree, node, 'value');
  const body = value < 0 ? childInField(tree, node, 'body') : value;
  if (value < 0 || kindName(tree, value) === 'object_type' || isSignature(reader, value))
    project.graph.put(own, classOfMembers(reader, node, body));
  else for (const part of alternatives(reader, value)) copyType(reader, part, own);
  return noVariable;
}

/** `T extends Class`: what is a `T` is of that class. */
export function readTypeParameters(reader: FlowReader, node: number): void {
  const { tree } = reader;
  for (const parameter of partsOf(tree, childInField(tree, node, 'type_parameters'))) {
    const [constraint = -1] = partsOf(tree, childInField(tree, parameter, 'constraint'));
    if (constraint >= 0) copyType(reader, constraint, declared(reader, childInField(tree, parameter, 'name')));
  }
}

function classOfMembers(reader: FlowReader, node: number, body: number): ValueId {
  const { tree, project, file } = reader;
  const attributes = new Map<string, Variable>();
  if (isSignature(reader, body)) {
    ownAttribute(project, attributes, signatureKey);
    addSignature(reader, body, attributes);
  }
  for (const member of isSignature(reader, body) ? [] : partsOf(tree, body)) {
    if (kindName(tree, member) === 'call_signature') addSignature(reader, member, attributes);
    const type = childOfKind(tree, member, 'type_annotation');
    if (kindName(tree, member) !== 'property_signature' || type < 0) continue;
    putInstanceOfType(
      reader,
      type,
      ownAttribute(project, attributes, textOf(tree, childInField(tree, member, 'name'))),
    );
  }
  const bases = tree.grammar.rules.flow.basesOf(tree, node).map((base) => reader.read(base));
  const symbol = file.firstSymbol + (file.symbols.byValue.get(node) ?? file.owners[node] ?? 0);
  return project.graph.createValue({ kind: 'class', isType: true, symbol, inner: null, bases, attributes });
}

/** `type Name = (parameter: Type) => Result`: there are no objects of it, but functions. */
function isSignature({ tree }: FlowReader, type: number): boolean {
  return kindName(tree, type) === 'function_type';
}

/** The variable that a declaration of a type names. */
function declared(reader: FlowReader, name: number): Variable {
  return variableOf(reader, bindingOf(reader, name));
}

function alternatives({ tree }: FlowReader, type: number): readonly number[] {
  return kindName(tree, type) === 'union_type' ? partsOf(tree, type) : [type];
}

function copyType(reader: FlowReader, type: number, to: Variable): void {
  for (const name of reader.tree.grammar.rules.flow.namedTypes(reader.tree, type))
    reader.project.graph.copy(typeVariable(reader, name), to);
}
