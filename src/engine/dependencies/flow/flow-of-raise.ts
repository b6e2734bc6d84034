import { partsOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { invokeValue } from '#engine/dependencies/calls/invoke.ts';

/** `raise Class`: an instance is made. */
export function flowOfRaise(reader: FlowReader, node: number): Variable {
  const { tree, project, file } = reader;
  for (const part of partsOf(tree, node)) {
    project.graph.onValue(reader.read(part), (id) => {
      if (project.graph.valueOf(id).kind !== 'class') return;
      invokeValue(project, id, { site: { file, node }, args: [], result: project.graph.createVariable() });
    });
  }
  return noVariable;
}
