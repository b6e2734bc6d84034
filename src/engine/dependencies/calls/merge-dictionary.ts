import { childInField, hasText, kindName, partsOf } from '#domain/atom/tree-navigation.ts';
import { anyElement, storeAttribute, unknownKey } from '#engine/dependencies/members/attributes.ts';
import { literalKey } from '#engine/dependencies/members/literal-key.ts';
import type { FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { rememberEntry } from '#engine/dependencies/flow/straight-code.ts';

/** `d.update({"key": value})` stores as `d["key"] = value` does. */
export function mergeDictionary(reader: FlowReader, call: number): void {
  const { tree, project } = reader;
  const { call: calls, member, containerType } = tree.grammar.rules.expressions;
  const shape = calls[kindName(tree, call)];
  const callee = childInField(tree, call, shape?.callee ?? '');
  const access = member[kindName(tree, callee)];
  if (shape === undefined || access === undefined) return;
  if (!hasText(tree, childInField(tree, callee, access.name), 'update')) return;
  const [given = -1] = partsOf(tree, childInField(tree, call, shape.args));
  if (given < 0 || containerType[kindName(tree, given)] === undefined) return;
  const objectNode = childInField(tree, callee, access.object);
  const object = reader.read(objectNode);
  for (const pair of partsOf(tree, given)) {
    const key = literalKey(tree, childInField(tree, pair, 'key'));
    const value = reader.read(childInField(tree, pair, 'value'));
    storeAttribute(project, object, key ?? unknownKey, value);
    storeAttribute(project, object, anyElement, value);
    if (key !== null) rememberEntry(reader, { object: objectNode, key, place: call }, value);
  }
}
