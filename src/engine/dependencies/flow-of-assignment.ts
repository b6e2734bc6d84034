import { kindFlags } from '#domain/atom/kind-flags.ts';
import { childInField, hasFlag, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/abstract-value.ts';
import { anyElement, loadAttribute, storeAttribute } from '#engine/dependencies/attributes.ts';
import { keyOf, unknownKey } from '#engine/dependencies/flow-of-access.ts';
import { putInstanceOfType } from '#engine/dependencies/flow-of-type.ts';
import { iterate } from '#engine/dependencies/iterate.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow-reader.ts';

/** `target = value`, with or without a type. */
export function flowOfAssignment(reader: FlowReader, node: number): Variable {
  const { tree, project } = reader;
  const shape = tree.grammar.rules.expressions.assign[kindName(tree, node)];
  if (shape === undefined) return noVariable;
  const value = reader.read(childInField(tree, node, shape.value));
  const target = childInField(tree, node, shape.target);
  assign(reader, target, value);
  const type = childInField(tree, node, 'type');
  if (type >= 0) {
    const typed = project.graph.createVariable();
    putInstanceOfType(reader, type, typed);
    assign(reader, target, typed);
  }
  return value;
}

/** A loop: the target takes the elements of the value. */
export function flowOfIteration(reader: FlowReader, node: number): Variable {
  const { tree, project } = reader;
  const shape = tree.grammar.rules.expressions.iterate[kindName(tree, node)];
  if (shape === undefined) return noVariable;
  const targetNode = childInField(tree, node, shape.target);
  const valueNode = childInField(tree, node, shape.value);
  const value = reader.read(valueNode);
  const elements = project.graph.createVariable();
  iterate(project, value, { file: reader.file, node }, elements);
  assign(reader, targetNode, elements);
  for (const part of partsOf(tree, node)) if (part !== targetNode && part !== valueNode) reader.read(part);
  return noVariable;
}

/** Lets a target (a name, member, item or pattern) hold what a variable may. */
export function assign(reader: FlowReader, target: number, value: Variable): void {
  const { tree, project } = reader;
  if (target < 0) return;
  const kind = kindName(tree, target);
  const { member, item, positional, keyed, spread } = tree.grammar.rules.expressions;
  if (hasFlag(tree, target, kindFlags.identifier)) return project.graph.copy(value, reader.read(target));
  const memberShape = member[kind];
  const itemShape = item[kind];
  if (memberShape !== undefined) {
    const object = reader.read(childInField(tree, target, memberShape.object));
    return storeAttribute(project, object, textOf(tree, childInField(tree, target, memberShape.name)), value);
  }
  if (itemShape !== undefined) return assignItem(reader, target, itemShape.object, value);
  if (positional.includes(kind)) return assignPositions(reader, target, value);
  if (keyed.includes(kind)) return assignKeys(reader, target, value);
  if (spread.includes(kind)) return assignRest(reader, target, value);
  if (kind === 'assignment_pattern' || kind === 'object_assignment_pattern') {
    assign(reader, childInField(tree, target, 'left'), value);
    assign(reader, childInField(tree, target, 'left'), reader.read(childInField(tree, target, 'right')));
  }
}

function assignItem(reader: FlowReader, target: number, objectField: string, value: Variable): void {
  const { tree, project } = reader;
  const objectNode = childInField(tree, target, objectField);
  const object = reader.read(objectNode);
  const keyNode = partsOf(tree, target).find((part) => part !== objectNode) ?? -1;
  reader.read(keyNode);
  storeAttribute(project, object, keyOf(reader, keyNode) ?? unknownKey, value);
  storeAttribute(project, object, anyElement, value);
}

function assignPositions(reader: FlowReader, target: number, value: Variable): void {
  const { tree, project } = reader;
  partsOf(tree, target).forEach((part, position) => {
    const element = project.graph.createVariable();
    loadAttribute(project, value, `${position}`, element);
    loadAttribute(project, value, unknownKey, element);
    const isRest = tree.grammar.rules.expressions.spread.includes(kindName(tree, part));
    assign(reader, part, isRest ? value : element);
  });
}

function assignKeys(reader: FlowReader, target: number, value: Variable): void {
  const { tree, project } = reader;
  for (const part of partsOf(tree, target)) {
    const key = childInField(tree, part, 'key');
    const left = childInField(tree, part, 'left');
    const inner = key >= 0 ? childInField(tree, part, 'value') : part;
    const name = textOf(tree, key >= 0 ? key : left >= 0 ? left : part);
    const element = project.graph.createVariable();
    loadAttribute(project, value, name, element);
    assign(reader, inner, element);
  }
}

/** `*rest` holds the same container: which elements it has is not followed. */
function assignRest(reader: FlowReader, target: number, value: Variable): void {
  assign(reader, partsOf(reader.tree, target)[0] ?? -1, value);
}
