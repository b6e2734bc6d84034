import { childInField, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { callTrap, unknownArgument } from '#engine/dependencies/calls/call-trap.ts';
import { invokeValue } from '#engine/dependencies/calls/invoke.ts';
import { takeMembers } from '#engine/dependencies/members/accessor-of.ts';
import { loadAttribute } from '#engine/dependencies/members/attributes.ts';
import type { Assign } from '#engine/dependencies/flow/assign-parts.ts';
import type { FlowReader } from '#engine/dependencies/flow/flow-reader.ts';

/** `{ a, b: c, d = 1 } = value` */
export function assignKeys(reader: FlowReader, target: number, value: Variable, assign: Assign): void {
  const { tree, project } = reader;
  for (const part of partsOf(tree, target)) {
    const key = childInField(tree, part, 'key');
    const left = childInField(tree, part, 'left');
    const inner = key >= 0 ? childInField(tree, part, 'value') : part;
    const name = textOf(tree, key >= 0 ? key : left >= 0 ? left : part);
    const element = project.graph.createVariable();
    const members = project.graph.createVariable();
    loadAttribute(project, value, name, members);
    const site = { file: reader.file, node: part };
    takeMembers(project, members, element, (id) => invokeValue(project, id, { site, args: [], result: element }));
    callTrap(project, 'get', value, { site, args: [unknownArgument, unknownArgument], result: element });
    assign(reader, inner, element);
  }
}
