import { childInField, kindName, partsOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { anyElement, loadFrom } from '#engine/dependencies/members/attributes.ts';
import { assign } from '#engine/dependencies/flow/flow-of-assignment.ts';
import type { FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { invokeMember } from '#engine/dependencies/calls/invoke.ts';
import { putHeirs } from '#engine/dependencies/flow/put-heirs.ts';
import { instanceOf } from '#engine/dependencies/values/shared-values.ts';

/** `with value as target`: the value's `__enter__` gives what the target holds, and its `__exit__` is called. */
export function flowOfWith(reader: FlowReader, node: number): Variable {
  const { tree, project, file } = reader;
  const [item = -1] = partsOf(tree, node);
  const isNamed = kindName(tree, item) === 'as_pattern';
  const [valueNode = -1] = isNamed ? partsOf(tree, item) : [item];
  const value = reader.read(valueNode);
  const entered = project.graph.createVariable();
  project.graph.onValue(value, (id) => {
    const managed = project.graph.valueOf(id);
    if (managed.kind === 'object') loadFrom(project, id, anyElement, entered);
    if (managed.kind !== 'instance') return project.graph.put(entered, id);
    const call = { site: { file, node }, args: [] };
    for (const name of ['__enter__', '__aenter__']) invokeMember(project, id, [name], { ...call, result: entered });
    for (const name of ['__exit__', '__aexit__'])
      invokeMember(project, id, [name], { ...call, result: project.graph.createVariable() });
  });
  if (isNamed) assign(reader, targetOf(reader, item), entered);
  return entered;
}

/** `value as target` elsewhere: in `except` the target holds an instance, in `case` the value. */
export function flowOfAlias(reader: FlowReader, node: number): Variable {
  const { tree, project } = reader;
  const [valueNode = -1] = partsOf(tree, node);
  const value = reader.read(valueNode);
  const held = project.graph.createVariable();
  project.graph.onValue(value, (id) => {
    if (project.graph.valueOf(id).kind !== 'class') return;
    project.graph.put(held, instanceOf(project, id));
    putHeirs(project, id, held);
  });
  assign(reader, targetOf(reader, node), held);
  return value;
}

function targetOf({ tree }: FlowReader, node: number): number {
  const alias = childInField(tree, node, 'alias');
  return partsOf(tree, alias)[0] ?? alias;
}
