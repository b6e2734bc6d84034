import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { childInField, hasFlag, kindName, parentOf, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { literalKey } from '#engine/dependencies/members/literal-key.ts';
import { bindingOf, variableOf, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';

/**
 * What names and items hold at this point of a function, known where one statement simply follows the other: an assignment
 * there replaces what the name held before. Everyone else (inner functions, other files) sees all that it ever holds.
 */
export interface StraightCode {
  /** Binding → the variable of its last assignment; null where nothing is assigned to, as in most functions. */
  names: Map<number, Variable> | null;
  /** `d["a"]` → what was stored there since the last call; null for nothing. */
  paths: Map<string, Variable> | null;
}

export function createStraightCode(): StraightCode {
  return { names: null, paths: null };
}

/** Lets a name hold a value; in straight code from here on only that. */
export function assignName(reader: FlowReader, target: number, value: Variable): void {
  const { project, file, around } = reader;
  forgetPaths(reader);
  const binding = bindingOf(reader, target);
  if (!isStraight(reader, target) || binding < 0 || file.shared.has(binding))
    return project.graph.copy(value, reader.read(target));
  const version = project.graph.createVariable();
  project.graph.copy(value, version);
  (around.straight.names ??= new Map<number, Variable>()).set(binding, version);
  project.graph.copy(version, variableOf(reader, binding));
}

/** Remembers `object["key"] = value`; any other store makes all that is remembered doubtful. */
export function rememberPath(reader: FlowReader, target: number, value: Variable): void {
  const path = pathOf(reader.tree, target);
  const isSure = path !== null && isStraight(reader, target);
  if (isSure) keepPath(reader, path, value);
  else forgetPaths(reader);
}

/** After a call, and wherever else what is stored under a key may change, nothing is known of any. */
export function forgetPaths({ around }: FlowReader): void {
  around.straight.paths = null;
}

function keepPath({ around }: FlowReader, path: string, value: Variable): void {
  (around.straight.paths ??= new Map<string, Variable>()).set(path, value);
}

/** Remembers that a call stored an entry of an object. */
export function rememberEntry(
  reader: FlowReader,
  { object, key, place }: { readonly object: number; readonly key: string; readonly place: number },
  value: Variable,
): void {
  const path = pathOf(reader.tree, object);
  if (path !== null && isStraight(reader, place)) keepPath(reader, `${path}[${key}]`, value);
}

/** What was last stored at an item, when that is sure. */
export function straightPath(reader: FlowReader, node: number): Variable | null {
  const { paths } = reader.around.straight;
  if (paths === null || !isStraight(reader, node)) return null;
  return paths.get(pathOf(reader.tree, node) ?? '') ?? null;
}

/** Whether a place is reached exactly once each time that its function (or the module) runs from the top. */
function isStraight({ tree, around }: FlowReader, place: number): boolean {
  if (around.isClassBody) return false;
  for (let node = parentOf(tree, place); node > 0; node = parentOf(tree, node)) {
    if (hasFlag(tree, node, kindFlags.block)) return hasFlag(tree, parentOf(tree, node), kindFlags.function);
    if (!passing.has(kindName(tree, node))) return false;
  }
  return true;
}

const passing = new Set([
  'expression_statement',
  'assignment',
  'assignment_expression',
  'call',
  'call_expression',
  'subscript',
  'subscript_expression',
  'pattern_list',
  'tuple_pattern',
  'expression_list',
]);

/** `name["key"]…["key"]` as text; null for other expressions. */
function pathOf(tree: SyntaxTree, node: number): string | null {
  const shape = tree.grammar.rules.expressions.item[kindName(tree, node)];
  if (shape === undefined) return hasFlag(tree, node, kindFlags.identifier) ? textOf(tree, node) : null;
  const object = childInField(tree, node, shape.object);
  const [key = -1, ...others] = partsOf(tree, node).filter((part) => part !== object);
  const written = literalKey(tree, key);
  const before = object < 0 || written === null || others.length > 0 ? null : pathOf(tree, object);
  return before === null ? null : `${before}[${written}]`;
}
