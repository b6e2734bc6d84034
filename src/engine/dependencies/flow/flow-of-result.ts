import { childOfKind, partsOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { anyElement, unknownKey } from '#engine/dependencies/members/attributes.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import { giveBack } from '#engine/dependencies/flow/passed-parameters.ts';
import { iterate } from '#engine/dependencies/calls/iterate.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';

/** `return value` */
export function flowOfReturn(reader: FlowReader, node: number): Variable {
  for (const part of partsOf(reader.tree, node)) giveBack(reader, part);
  return noVariable;
}

/** `yield value`: the function's result is a container with that element. */
export function flowOfYield(reader: FlowReader, node: number): Variable {
  const { tree, project, file, around } = reader;
  const id = project.graph.sharedValue('generator', around.result, () => ({ kind: 'object', attributes: new Map() }));
  const generator = project.graph.valueOf(id);
  if (generator.kind !== 'object' || around.result === noVariable) return noVariable;
  const elements = ownAttribute(project, generator.attributes, anyElement);
  project.graph.copy(elements, ownAttribute(project, generator.attributes, unknownKey));
  const isOfMany = childOfKind(tree, node, '*') >= 0;
  for (const part of partsOf(tree, node))
    if (isOfMany) iterate(project, reader.read(part), { file, node }, elements);
    else project.graph.copy(reader.read(part), elements);
  project.graph.put(around.result, id);
  return noVariable;
}
