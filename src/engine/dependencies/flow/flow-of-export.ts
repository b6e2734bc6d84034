import { childInField, childOfKind, partsOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';

/** `export default value`, `export = value`: the value is what others import as `default`. */
export function flowOfExport(reader: FlowReader, node: number): Variable {
  const { tree, project, file } = reader;
  const isDefault = childOfKind(tree, node, 'default', '=') >= 0;
  const declaration = childInField(tree, node, 'declaration');
  const given = declaration >= 0 ? declaration : childInField(tree, node, 'value');
  for (const part of partsOf(tree, node)) {
    const variable = reader.read(part);
    const exported = file.extra.get('default');
    const isGiven = isDefault && (part === given || given < 0);
    if (isGiven && exported !== undefined && childInField(tree, part, 'name') < 0)
      project.graph.copy(variable, exported);
  }
  return noVariable;
}
