import { kindFlags } from '#domain/atom/kind-flags.ts';
import { childInField, hasFlag, hasText, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { writeMember } from '#engine/dependencies/calls/call-accessor.ts';
import { storeAttribute } from '#engine/dependencies/members/attributes.ts';
import { assignKeys } from '#engine/dependencies/flow/assign-keys.ts';
import { assignItem, assignPositions } from '#engine/dependencies/flow/assign-parts.ts';
import { giveSignature } from '#engine/dependencies/flow/give-signature.ts';
import { putInstanceOfType } from '#engine/dependencies/flow/flow-of-type.ts';
import { admit, declaredTest } from '#engine/dependencies/flow/declared-test.ts';
import { iterate } from '#engine/dependencies/calls/iterate.ts';
import { assignName } from '#engine/dependencies/flow/straight-code.ts';
import { literalValue } from '#engine/dependencies/values/shared-values.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';

/** `target = value`, with or without a type. */
export function flowOfAssignment(reader: FlowReader, node: number): Variable {
  const { tree } = reader;
  const shape = tree.grammar.rules.expressions.assign[kindName(tree, node)];
  if (shape === undefined) return noVariable;
  const value = reader.read(childInField(tree, node, shape.value));
  const target = childInField(tree, node, shape.target);
  const type = childInField(tree, node, 'type');
  if (type >= 0) giveSignature(reader, type, value);
  assign(reader, target, type < 0 ? value : declaredValue(reader, type, value));
  return value;
}

/** What a name with a type holds: what it is given, and objects of the type. */
function declaredValue(reader: FlowReader, type: number, value: Variable): Variable {
  const { graph } = reader.project;
  const declared = graph.createVariable();
  graph.copy(admit(reader, declaredTest(reader, type), value), declared);
  putInstanceOfType(reader, type, declared);
  return declared;
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
  const isOverNames = hasText(tree, childInField(tree, node, 'operator'), 'in');
  if (isOverNames) project.graph.put(elements, literalValue(project, '', null));
  else iterate(project, value, { file: reader.file, node }, elements);
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
  if (hasFlag(tree, target, kindFlags.identifier)) return assignName(reader, target, value);
  const memberShape = member[kind];
  const itemShape = item[kind];
  if (memberShape !== undefined) {
    const object = reader.read(childInField(tree, target, memberShape.object));
    const name = textOf(tree, childInField(tree, target, memberShape.name));
    writeMember(project, { site: { file: reader.file, node: target }, object, name, isPath: true }, value);
    return storeAttribute(project, object, name, value);
  }
  if (itemShape !== undefined) return assignItem(reader, target, childInField(tree, target, itemShape.object), value);
  if (positional.includes(kind)) return assignPositions(reader, target, value, assign);
  if (keyed.includes(kind)) return assignKeys(reader, target, value, assign);
  if (spread.includes(kind)) return assign(reader, partsOf(tree, target)[0] ?? -1, value);
  if (kind === 'assignment_pattern' || kind === 'object_assignment_pattern') {
    assign(reader, childInField(tree, target, 'left'), value);
    assign(reader, childInField(tree, target, 'left'), reader.read(childInField(tree, target, 'right')));
  }
}
