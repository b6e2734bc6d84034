import { childInField, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { addParent } from '#engine/dependencies/members/prototypes.ts';
import { anyElement, giveReceiver, loadAttribute, unknownKey } from '#engine/dependencies/members/attributes.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import { iterate } from '#engine/dependencies/calls/iterate.ts';
import { literalKey } from '#engine/dependencies/members/literal-key.ts';
import { storeByKey } from '#engine/dependencies/members/store-by-key.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';

/** A list, tuple, dictionary or object literal: its elements by key, and all together. */
export function flowOfContainer(reader: FlowReader, node: number): Variable {
  const { tree, project } = reader;
  const attributes = new Map<string, Variable>();
  const parts = partsOf(tree, node);
  const { containerType, spread } = tree.grammar.rules.expressions;
  const isOpen = parts.some((part) => kindName(tree, part) === 'pair' || spread.includes(kindName(tree, part)));
  const type = containerType[kindName(tree, node)];
  const acts = type === undefined && parts.some((part) => isMethod(tree, part));
  const id = project.graph.createValue(
    isOpen
      ? { kind: 'object', attributes, type, acts }
      : { kind: 'object', attributes, type, length: parts.length, acts },
  );
  const object = project.graph.createVariable();
  project.graph.put(object, id);
  const spreads: Variable[] = [];
  parts.forEach((part, position) => {
    const [key, value, source] = elementOf(reader, part, position);
    if (value === noVariable) return;
    if (type === undefined) giveReceiver(project, id, value);
    if (type === undefined && source !== undefined) spreads.push(source);
    const computed = computedKey(reader, part);
    if (computed >= 0) storeByKey(project, object, reader.read(computed), value);
    else project.graph.copy(value, ownAttribute(project, attributes, key ?? unknownKey));
    project.graph.copy(value, ownAttribute(project, attributes, anyElement));
  });
  for (const source of spreads) addParent(project, object, source);
  return object;
}

/** `{ name() {} }`, `{ name: () => … }`, `{ name }`, `{ name: other }`: names may be of functions. */
function isMethod(tree: SyntaxTree, part: number): boolean {
  const value = kindName(tree, childInField(tree, part, 'value'));
  return /^(?:method|shorthand)/u.test(kindName(tree, part)) || /function|^identifier$/u.test(value);
}

/** The expression in `{ [key]: value }`, or -1. */
function computedKey({ tree }: FlowReader, part: number): number {
  const name = childInField(tree, part, kindName(tree, part) === 'pair' ? 'key' : 'name');
  return kindName(tree, name) === 'computed_property_name' ? (partsOf(tree, name)[0] ?? -1) : -1;
}

/** Key and value of an element; for a spread also what it takes the elements from. */
function elementOf(reader: FlowReader, part: number, position: number): [string | null, Variable, Variable?] {
  const { tree, project } = reader;
  const kind = kindName(tree, part);
  if (kind === 'pair') {
    const key = childInField(tree, part, 'key');
    const isPlain = kindName(tree, key) === 'property_identifier';
    if (!isPlain) reader.read(key);
    return [isPlain ? textOf(tree, key) : literalKey(tree, key), reader.read(childInField(tree, part, 'value'))];
  }
  if (kind === 'method_definition') return [textOf(tree, childInField(tree, part, 'name')), reader.read(part)];
  if (kind === 'shorthand_property_identifier') return [textOf(tree, part), reader.read(part)];
  const value = reader.read(part);
  if (!tree.grammar.rules.expressions.spread.includes(kind) || value === noVariable) return [`${position}`, value];
  const elements = project.graph.createVariable();
  if (tree.grammar.rules.expressions.containerType[kindName(tree, tree.parent[part] ?? 0)] === undefined)
    loadAttribute(project, value, anyElement, elements);
  else iterate(project, value, { file: reader.file, node: part }, elements);
  return [null, elements, value];
}
