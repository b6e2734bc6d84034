import { kindFlags } from '#domain/atom/kind-flags.ts';
import { childInField, hasFlag, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/abstract-value.ts';
import { anyElement, loadAttribute, ownAttribute } from '#engine/dependencies/attributes.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow-reader.ts';

/** The key of elements stored under a key that is not known. */
export const unknownKey = '[?]';

/** `object.name` */
export function flowOfMember(reader: FlowReader, node: number): Variable {
  const { tree, project } = reader;
  const shape = tree.grammar.rules.expressions.member[kindName(tree, node)];
  if (shape === undefined) return noVariable;
  const object = reader.read(childInField(tree, node, shape.object));
  const name = childInField(tree, node, shape.name);
  if (object === noVariable || name < 0) return noVariable;
  const result = project.graph.createVariable();
  loadAttribute(project, object, textOf(tree, name), result);
  return result;
}

/** `object[key]` */
export function flowOfItem(reader: FlowReader, node: number): Variable {
  const { tree, project } = reader;
  const shape = tree.grammar.rules.expressions.item[kindName(tree, node)];
  const objectNode = childInField(tree, node, shape?.object ?? '');
  const parts = partsOf(tree, node).filter((part) => part !== objectNode);
  for (const part of parts) reader.read(part);
  const object = reader.read(objectNode);
  if (object === noVariable) return noVariable;
  const result = project.graph.createVariable();
  const key = keyOf(reader, parts[0] ?? -1);
  loadAttribute(project, object, key ?? anyElement, result);
  if (key !== null) loadAttribute(project, object, unknownKey, result);
  return result;
}

/** The key that a literal stands for; null when it is not known. */
export function keyOf({ tree }: FlowReader, node: number): string | null {
  if (node < 0) return null;
  const text = textOf(tree, node);
  if (hasFlag(tree, node, kindFlags.string)) return text.replace(/^[A-Za-z]*["'`]+/u, '').replace(/["'`]+$/u, '');
  return /^\d+$/u.test(text) ? text : null;
}

/** A list, tuple, dictionary or object literal: its elements by key, and all together. */
export function flowOfContainer(reader: FlowReader, node: number): Variable {
  const { tree, project } = reader;
  const attributes = new Map<string, Variable>();
  const id = project.graph.createValue({ kind: 'object', attributes });
  partsOf(tree, node).forEach((part, position) => {
    const [key, value] = elementOf(reader, part, position);
    if (value === noVariable) return;
    project.graph.copy(value, ownAttribute(project, attributes, key ?? unknownKey));
    project.graph.copy(value, ownAttribute(project, attributes, anyElement));
  });
  const result = project.graph.createVariable();
  project.graph.put(result, id);
  return result;
}

function elementOf(reader: FlowReader, part: number, position: number): [string | null, Variable] {
  const { tree, project } = reader;
  const kind = kindName(tree, part);
  if (kind === 'pair') {
    const key = childInField(tree, part, 'key');
    const isPlain = kindName(tree, key) === 'property_identifier';
    return [isPlain ? textOf(tree, key) : keyOf(reader, key), reader.read(childInField(tree, part, 'value'))];
  }
  if (kind === 'method_definition') return [textOf(tree, childInField(tree, part, 'name')), reader.read(part)];
  if (kind === 'shorthand_property_identifier') return [textOf(tree, part), reader.read(part)];
  const value = reader.read(part);
  if (!tree.grammar.rules.expressions.spread.includes(kind) || value === noVariable) return [`${position}`, value];
  const elements = project.graph.createVariable();
  loadAttribute(project, value, anyElement, elements);
  return [null, elements];
}
