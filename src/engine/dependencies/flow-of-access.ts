import { childInField, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/abstract-value.ts';
import { anyElement, loadAttribute, loadMember, unknownKey } from '#engine/dependencies/attributes.ts';
import { literalKey } from '#engine/dependencies/flow-of-literal.ts';
import { loadPart } from '#engine/dependencies/load-part.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow-reader.ts';
import { straightPath } from '#engine/dependencies/straight-code.ts';

/** `object.name` */
export function flowOfMember(reader: FlowReader, node: number): Variable {
  const { tree, project } = reader;
  const shape = tree.grammar.rules.expressions.member[kindName(tree, node)];
  if (shape === undefined) return noVariable;
  const object = reader.read(childInField(tree, node, shape.object));
  const name = childInField(tree, node, shape.name);
  if (object === noVariable || name < 0) return noVariable;
  const result = project.graph.createVariable();
  loadMember(project, object, textOf(tree, name), result);
  return result;
}

/** `object[key]` */
export function flowOfItem(reader: FlowReader, node: number): Variable {
  const { tree, project } = reader;
  const { item, slice } = tree.grammar.rules.expressions;
  const objectNode = childInField(tree, node, item[kindName(tree, node)]?.object ?? '');
  const parts = partsOf(tree, node).filter((part) => part !== objectNode);
  const keys = parts.map((part) => reader.read(part));
  const object = reader.read(objectNode);
  const stored = straightPath(reader, node);
  if (stored !== null) return stored;
  if (object === noVariable) return noVariable;
  const result = project.graph.createVariable();
  const [part = -1] = parts;
  const key = literalKey(tree, part);
  if (part >= 0 && slice.includes(kindName(tree, part))) loadPart(reader, object, part, result);
  else if (key === null) loadByValue(reader, object, keys[0] ?? noVariable, result);
  else {
    loadAttribute(project, object, key, result);
    loadAttribute(project, object, unknownKey, result);
  }
  return result;
}

/** Elements under the keys that a variable may hold; any element when something else may be the key. */
function loadByValue({ project }: FlowReader, object: Variable, key: Variable, result: Variable): void {
  project.graph.onValue(key, (id) => {
    const value = project.graph.valueOf(id);
    if (value.kind !== 'literal' || value.key === null) return;
    loadAttribute(project, object, value.key, result);
    loadAttribute(project, object, unknownKey, result);
  });
  project.later.run(() => {
    const values = Array.from(project.graph.holds(key), (id) => project.graph.valueOf(id));
    const isKnown = values.length > 0 && values.every((value) => value.kind === 'literal' && value.key !== null);
    if (!isKnown) loadAttribute(project, object, anyElement, result);
  });
}
