import type { BranchShape } from '#domain/atom/written-test.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { kindFlags } from '#domain/atom/kind-flags.ts';
import { afterOf, childInField, hasFlag, kindName, partsOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { narrowedBy } from '#engine/dependencies/flow/narrowed-names.ts';
import { writesOf } from '#engine/dependencies/project/shared-bindings.ts';

/** `if`, `while`, `a ? b : c`: each part is read with what the condition says. A construct with a value has that of either part. */
export function flowOfBranch(reader: FlowReader, node: number): Variable {
  const { tree, project } = reader;
  const shape = branchOf(tree, node);
  const condition = partAt(tree, node, shape?.condition ?? '');
  const then = partAt(tree, node, shape?.met ?? '');
  const hasValue = tree.grammar.rules.expressions.choice[kindName(tree, node)] !== undefined;
  const result = hasValue ? project.graph.createVariable() : noVariable;
  let others = reader;
  for (const part of partsOf(tree, node)) {
    if (part === condition) {
      reader.read(part);
      continue;
    }
    const isThen = part === then;
    const inside = isThen ? within(reader, condition, true, part) : within(others, condition, false, part);
    const value = inside.read(part);
    if (hasValue) project.graph.copy(value, result);
    // `elif`: what comes after it is reached only when its condition does not hold either.
    const next = branchOf(tree, part);
    if (!isThen && next !== undefined && !hasValue)
      others = within(others, partAt(tree, part, next.condition), false, node);
  }
  return result;
}

/** `a and b`, `a or b`: what stands right is reached only when the left side holds, or does not. */
export function rightOf(reader: FlowReader, left: number, right: number, holds: boolean): FlowReader {
  return within(reader, left, holds, right);
}

function within(reader: FlowReader, condition: number, holds: boolean, part: number): FlowReader {
  return narrowedBy(reader, condition, { holds, from: part, to: afterOf(reader.tree, part) });
}

/** A block: what stands behind an `if` that leaves it is reached only when its condition does not hold. */
export function flowOfBlock(reader: FlowReader, node: number): Variable {
  const { tree } = reader;
  let current = reader;
  for (const statement of partsOf(tree, node)) {
    current = current.around.narrowed === null ? current : unwritten(current, statement);
    current.read(statement);
    current = behind(current, statement);
  }
  return noVariable;
}

/** Without the names that a statement assigns to. */
function unwritten(reader: FlowReader, statement: number): FlowReader {
  const { file, tree, around } = reader;
  const end = afterOf(tree, statement);
  const kept = [...(around.narrowed ?? [])].filter(
    ([binding, { isSteady }]) =>
      isSteady || !writesOf(file.names, binding).some((node) => node >= statement && node < end),
  );
  return kept.length === around.narrowed?.size ? reader : reader.inside({ ...around, narrowed: new Map(kept) });
}

/** What is known behind a statement: of an `if` with a part that leaves the block, that the other one was taken. */
function behind(reader: FlowReader, statement: number): FlowReader {
  const { tree } = reader;
  const shape = branchOf(tree, statement);
  if (shape === undefined || shape.otherwise === '') return reader;
  const [then, otherwise] = [partAt(tree, statement, shape.met), partAt(tree, statement, shape.otherwise)];
  const at = { from: 0, to: 0 };
  const condition = partAt(tree, statement, shape.condition);
  if (leaves(tree, then)) return narrowedBy(reader, condition, { holds: false, ...at });
  return otherwise >= 0 && leaves(tree, otherwise) ? narrowedBy(reader, condition, { holds: true, ...at }) : reader;
}

/** Whether what stands behind a part is not reached through it. */
function leaves(tree: SyntaxTree, part: number): boolean {
  if (part < 0) return false;
  if (tree.grammar.rules.expressions.exits.includes(kindName(tree, part))) return true;
  const isBlock =
    hasFlag(tree, part, kindFlags.block) ||
    hasFlag(tree, part, kindFlags.clause) ||
    kindName(tree, part) === 'else_clause';
  const last = isBlock ? partsOf(tree, part).at(-1) : undefined;
  return last !== undefined && leaves(tree, last);
}

function branchOf(tree: SyntaxTree, node: number): BranchShape | undefined {
  return tree.grammar.rules.expressions.branch[kindName(tree, node)];
}

function partAt(tree: SyntaxTree, node: number, place: string | number): number {
  return typeof place === 'number'
    ? (partsOf(tree, node)[place] ?? -1)
    : place === ''
      ? -1
      : childInField(tree, node, place);
}
