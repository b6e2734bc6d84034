import { childInField, kindName, partsOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { putList } from '#engine/dependencies/flow/put-typed.ts';

/** `[f(x) for x in xs]`: a container of what its body gives. The loops are read first: the body takes their names. */
export function flowOfComprehension(reader: FlowReader, node: number): Variable {
  const { tree, project } = reader;
  const body = childInField(tree, node, 'body');
  for (const part of partsOf(tree, node)) if (part !== body) reader.read(part);
  const isPair = kindName(tree, body) === 'pair';
  if (isPair) reader.read(childInField(tree, body, 'key'));
  const elements = reader.read(isPair ? childInField(tree, body, 'value') : body);
  const result = project.graph.createVariable();
  putList(project, elements, result, tree.grammar.rules.expressions.containerType[kindName(tree, node)]);
  return result;
}
