import { childInField } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { isName, noVariable, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';

/** `namespace Name { … }`: an object of the names in it. */
export function flowOfNamespace(reader: FlowReader, node: number): Variable {
  const { tree, project, file } = reader;
  const body = childInField(tree, node, 'body');
  const name = childInField(tree, node, 'name');
  reader.read(body);
  if (!isName(reader, name)) return noVariable;
  const attributes = new Map<string, Variable>();
  for (const [text, binding] of file.names.scopes.find((scope) => scope.node === body)?.names ?? [])
    attributes.set(text, file.variables[binding] ?? noVariable);
  project.graph.put(reader.read(name), project.graph.createValue({ kind: 'object', attributes }));
  return noVariable;
}
