import { childInField, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import { giveSignature } from '#engine/dependencies/flow/give-signature.ts';
import { readTypeParameters } from '#engine/dependencies/flow/flow-of-declared-type.ts';
import { instanceOf } from '#engine/dependencies/values/shared-values.ts';
import { putInstanceOfType } from '#engine/dependencies/flow/flow-of-type.ts';
import { storeByKey } from '#engine/dependencies/members/store-by-key.ts';
import { isName, variableOf, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';

/** A class: its bases, and its members as attributes. */
export function flowOfClass(reader: FlowReader, node: number): Variable {
  const { tree, project, file } = reader;
  const attributes = new Map<string, Variable>();
  const bases = tree.grammar.rules.flow
    .basesOf(tree, node)
    .map((base) => reader.read(base))
    .filter((base) => base >= 0);
  const symbol = file.firstSymbol + (file.symbols.byValue.get(node) ?? file.owners[node] ?? 0);
  const isInner = !file.symbols.byValue.has(node);
  const id = project.graph.createValue({
    kind: 'class',
    isType: false,
    symbol,
    inner: isInner ? { file, node } : null,
    bases,
    attributes,
  });
  const own = project.graph.createVariable();
  project.graph.put(own, id);
  readTypeParameters(reader, node);
  const name = childInField(tree, node, 'name');
  if (isName(reader, name) && kindName(tree, tree.parent[node] ?? 0) !== 'decorated_definition')
    project.graph.copy(own, reader.read(name));
  const receiver = project.graph.createVariable();
  project.graph.put(receiver, instanceOf(project, id));
  project.classes.set(id, receiver);
  const inner = reader.inside({ ...reader.around, classValue: id, receiver, isClassBody: true });
  scopeAttributes(reader, node, attributes);
  for (const { name: field, type } of tree.grammar.rules.flow.fieldsOf?.(tree, node) ?? [])
    putInstanceOfType(reader, type, ownAttribute(project, attributes, field));
  for (const member of partsOf(tree, childInField(tree, node, 'body'))) readMember(inner, member, attributes, id);
  return own;
}

/** In Python the names of the class's scope are its attributes. */
function scopeAttributes(reader: FlowReader, node: number, attributes: Map<string, Variable>): void {
  const scope = reader.file.names.scopes.find((each) => each.node === node && each.hidden);
  for (const [name, binding] of scope?.names ?? []) attributes.set(name, variableOf(reader, binding));
}

function readMember(reader: FlowReader, member: number, attributes: Map<string, Variable>, id: ValueId): void {
  const { tree, project } = reader;
  const kind = kindName(tree, member);
  const nameNode = childInField(tree, member, kind === 'field_definition' ? 'property' : 'name');
  const isMember = kind === 'method_definition' || kind === 'public_field_definition' || kind === 'field_definition';
  if (!isMember || nameNode < 0) {
    reader.read(member);
    return;
  }
  const attribute = ownAttribute(project, attributes, textOf(tree, nameNode));
  const value = kind === 'method_definition' ? reader.read(member) : reader.read(childInField(tree, member, 'value'));
  project.graph.copy(value, attribute);
  storeUnderExpression(reader, nameNode, { id, attribute });
  putInstanceOfType(reader, childInField(tree, member, 'type'), attribute);
  giveSignature(reader, childInField(tree, member, 'type'), attribute);
  if (textOf(tree, nameNode) === 'constructor') parameterProperties(reader, member, id);
}

/** `[key]() { … }`: a member under what the expression is worth. */
function storeUnderExpression(
  reader: FlowReader,
  name: number,
  { id, attribute }: { readonly id: ValueId; readonly attribute: Variable },
): void {
  const { tree, project } = reader;
  if (kindName(tree, name) !== 'computed_property_name') return;
  const holder = project.graph.createVariable();
  project.graph.put(holder, id);
  storeByKey(project, holder, reader.read(partsOf(tree, name)[0] ?? -1), attribute);
}

/** `constructor(private store: Store)` also makes an attribute. */
function parameterProperties(reader: FlowReader, method: number, id: ValueId): void {
  const { tree, project } = reader;
  const instance = project.graph.valueOf(instanceOf(project, id));
  if (instance.kind !== 'instance') return;
  for (const parameter of partsOf(tree, childInField(tree, method, 'parameters'))) {
    const isProperty = /^(?:public|private|protected|readonly)\b/u.test(textOf(tree, parameter));
    const name = childInField(tree, parameter, 'pattern');
    if (isProperty && isName(reader, name))
      project.graph.copy(reader.read(name), ownAttribute(project, instance.attributes, textOf(tree, name)));
  }
}
