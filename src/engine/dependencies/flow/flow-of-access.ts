import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { childInField, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { takeMembers } from '#engine/dependencies/members/accessor-of.ts';
import { invokeValue } from '#engine/dependencies/calls/invoke.ts';
import { callTrap, unknownArgument } from '#engine/dependencies/calls/call-trap.ts';
import { callProtocol } from '#engine/dependencies/calls/call-protocol.ts';
import { readMember } from '#engine/dependencies/calls/call-accessor.ts';
import { loadElementFrom, loadFrom, unknownKey } from '#engine/dependencies/members/attributes.ts';
import { loadByKey } from '#engine/dependencies/members/load-by-key.ts';
import { literalKey } from '#engine/dependencies/members/literal-key.ts';
import { loadPart } from '#engine/dependencies/members/load-part.ts';
import { bindingOf, noVariable, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { straightPath } from '#engine/dependencies/flow/straight-code.ts';

/** `object.name` */
export function flowOfMember(reader: FlowReader, node: number): Variable {
  const { tree, project, file } = reader;
  const shape = tree.grammar.rules.expressions.member[kindName(tree, node)];
  if (shape === undefined) return noVariable;
  const objectNode = childInField(tree, node, shape.object);
  const object = reader.read(objectNode);
  const name = childInField(tree, node, shape.name);
  if (object === noVariable || name < 0) return noVariable;
  const result = project.graph.createVariable();
  const access = { site: { file, node }, object, name: textOf(tree, name), isPath: isPath(reader, objectNode) };
  readMember(project, access, result);
  return result;
}

/** Whether an expression names something imported, or of the language, by a path. */
function isPath({ tree, file }: FlowReader, node: number): boolean {
  let root = node;
  for (let shape = memberOf(tree, root); shape !== undefined; shape = memberOf(tree, root))
    root = childInField(tree, root, shape.object);
  const binding = bindingOf({ file }, root);
  return binding < 0 || file.inImport[file.names.bindings[binding]?.node ?? -1] === 1;
}

function memberOf(tree: SyntaxTree, node: number): { readonly object: string } | undefined {
  return tree.grammar.rules.expressions.member[kindName(tree, node)];
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
  const site = { file: reader.file, node };
  const args = keys.map((variable) => ({ variable, name: null, isSpread: false }));
  // `Class[Type]` is the class.
  project.graph.onValue(object, (id) => {
    if (project.graph.valueOf(id).kind === 'class') project.graph.put(result, id);
  });
  callProtocol(project, 'read item', object, { site, args, result });
  callTrap(project, 'get', object, { site, args: [...args, unknownArgument], result });
  const [part = -1] = parts;
  const load = tree.grammar.rules.expressions.itemsAreMembers ? loadFrom : loadElementFrom;
  const key = literalKey(tree, part);
  // What stands under a position runs nothing.
  const isPosition = key !== null && /^\d/u.test(key);
  const members = isPosition ? result : project.graph.createVariable();
  if (!isPosition) takeMembers(project, members, result, (id) => invokeValue(project, id, { site, args: [], result }));
  if (part >= 0 && slice.includes(kindName(tree, part))) loadPart(reader, object, part, result);
  else if (key === null) loadByKey(project, { object, key: keys[0] ?? noVariable, load }, members);
  else for (const name of [key, unknownKey]) project.graph.onValue(object, (id) => load(project, id, name, members));
  return result;
}
