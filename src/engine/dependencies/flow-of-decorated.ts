import { childInField, partsOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/abstract-value.ts';
import { invoke } from '#engine/dependencies/invoke.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow-reader.ts';

/** A decorated function or class: its name holds what the decorators make of it, innermost first; outside ones keep it. */
export function flowOfDecorated(reader: FlowReader, node: number): Variable {
  const { tree, project, file } = reader;
  const definition = childInField(tree, node, 'definition');
  if (definition < 0) return noVariable;
  let value = reader.read(definition);
  for (const decorator of tree.grammar.rules.flow.decoratorsOf(tree, node).toReversed()) {
    const callee = reader.read(partsOf(tree, decorator)[0] ?? -1);
    const result = project.graph.createVariable();
    const given = value;
    const args = [{ variable: given, name: null, isSpread: false }];
    invoke(project, callee, { site: { file, node: decorator }, args, result });
    project.graph.onValue(callee, (id) => {
      if (project.graph.valueOf(id).kind === 'external') project.graph.copy(given, result);
    });
    if (callee === noVariable) project.graph.copy(given, result);
    value = result;
  }
  project.graph.copy(value, reader.read(childInField(tree, definition, 'name')));
  return value;
}
