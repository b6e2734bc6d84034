import type { ValueId, Variable } from '#engine/dependencies/abstract-value.ts';
import { instanceOf } from '#engine/dependencies/shared-values.ts';
import type { FlowReader } from '#engine/dependencies/flow-reader.ts';

/** Lets a variable hold an instance of the class that an annotation names, when it is one of the project. */
export function putInstanceOfType(reader: FlowReader, annotation: number, variable: Variable): void {
  const { tree, project } = reader;
  const name = tree.grammar.rules.flow.namedType(tree, annotation);
  if (name < 0) return;
  project.graph.onValue(reader.read(name), (id: ValueId) => {
    const value = project.graph.valueOf(id);
    if (value.kind === 'class') project.graph.put(variable, instanceOf(project, id));
    else if (value.kind === 'type' || value.kind === 'external') project.graph.put(variable, id);
  });
}
