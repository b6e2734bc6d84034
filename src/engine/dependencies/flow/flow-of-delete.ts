import { childInField, kindName, partsOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { callProtocol } from '#engine/dependencies/calls/call-protocol.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';

/** `del object[key], …`: the object's own method takes the item out, where it has one. */
export function flowOfDelete(reader: FlowReader, node: number): Variable {
  const { tree, project, file } = reader;
  const { item, container } = tree.grammar.rules.expressions;
  for (const part of partsOf(tree, node)) {
    const shape = item[kindName(tree, part)];
    if (container.includes(kindName(tree, part))) flowOfDelete(reader, part);
    else if (shape === undefined) reader.read(part);
    else {
      const objectNode = childInField(tree, part, shape.object);
      const keys = partsOf(tree, part).filter((each) => each !== objectNode);
      const args = keys.map((key) => ({ variable: reader.read(key), name: null, isSpread: false }));
      const call = { site: { file, node: part }, args, result: project.graph.createVariable() };
      callProtocol(project, 'delete item', reader.read(objectNode), call);
    }
  }
  return noVariable;
}
