import { childInField, childOfKind, hasText, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import { none, type SyntaxTree } from '#domain/atom/syntax-tree.ts';
import type { ValueSort, WrittenTest } from '#domain/atom/written-test.ts';

/** What `typeof` says → what the value is; all else is a plain value. */
const sorts: Readonly<Record<string, ValueSort>> = {
  function: 'function',
  string: 'text',
  object: 'object',
  undefined: 'nothing',
};

/** Literals → what is equal to them. */
const literals: Readonly<Record<string, ValueSort>> = {
  null: 'nothing',
  undefined: 'nothing',
  string: 'text',
  template_string: 'text',
  number: 'scalar',
  true: 'scalar',
  false: 'scalar',
};

/** What an expression of JavaScript says of a value when it counts as true; null when nothing is known of that. */
export function ecmascriptTest(tree: SyntaxTree, node: number): WrittenTest | null {
  switch (kindName(tree, node)) {
    case 'identifier':
      return { kind: 'is', tested: node, sort: 'something', isSome: false, isNot: false };
    case 'parenthesized_expression':
    case 'non_null_expression':
      return { kind: 'all', parts: partsOf(tree, node) };
    case 'as_expression':
    case 'satisfies_expression':
      return { kind: 'all', parts: partsOf(tree, node).slice(0, 1) };
    case 'unary_expression':
      return hasText(tree, childInField(tree, node, 'operator'), '!')
        ? { kind: 'not', part: childInField(tree, node, 'argument') }
        : null;
    case 'binary_expression':
      return binaryTest(tree, node);
    case 'call_expression':
      return callTest(tree, node);
    default:
      return null;
  }
}

function binaryTest(tree: SyntaxTree, node: number): WrittenTest | null {
  const [left = none, right = none] = ['left', 'right'].map((field) => childInField(tree, node, field));
  switch (textOf(tree, childInField(tree, node, 'operator'))) {
    case '&&':
      return { kind: 'all', parts: [left, right] };
    case '||':
      return { kind: 'any', parts: [left, right] };
    case 'instanceof':
      return { kind: 'instance', tested: left, classes: [right] };
    case '===':
    case '==':
      return equalTest(tree, left, right, false) ?? equalTest(tree, right, left, false);
    case '!==':
    case '!=':
      return equalTest(tree, left, right, true) ?? equalTest(tree, right, left, true);
    default:
      return null;
  }
}

/** `typeof value === "word"`, `value === null`. */
function equalTest(tree: SyntaxTree, left: number, right: number, isNot: boolean): WrittenTest | null {
  const kind = kindName(tree, right);
  const sort = literals[kind === 'identifier' ? textOf(tree, right) : kind];
  if (sort === undefined) return null;
  const isTypeof =
    kindName(tree, left) === 'unary_expression' && hasText(tree, childInField(tree, left, 'operator'), 'typeof');
  if (!isTypeof) return { kind: 'is', tested: left, sort, isSome: sort !== 'nothing', isNot };
  if (sort !== 'text') return null;
  const word = textOf(tree, right).slice(1, -1);
  const tested = childInField(tree, left, 'argument');
  return { kind: 'is', tested, sort: sorts[word] ?? 'scalar', isSome: false, isNot };
}

function callTest(tree: SyntaxTree, node: number): WrittenTest | null {
  const callee = childInField(tree, node, 'function');
  const [tested = none] = partsOf(tree, childInField(tree, node, 'arguments'));
  if (tested < 0) return null;
  return hasText(tree, callee, 'Array.isArray')
    ? { kind: 'is', tested, sort: 'list', isSome: false, isNot: false }
    : { kind: 'asks', tested, callee };
}

/** `(value: unknown): value is Class`: the class, when it is a single one; -1 for none. */
export function toldTypeOf(tree: SyntaxTree, functionNode: number): number {
  const annotation = childInField(tree, functionNode, 'return_type');
  const [name = none, type = none] = partsOf(tree, childOfKind(tree, annotation, 'type_predicate'));
  const isFirst = name >= 0 && textOf(tree, name) !== 'this';
  if (!isFirst) return none;
  return kindName(tree, type) === 'generic_type' ? childInField(tree, type, 'name') : plain(tree, type);
}

function plain(tree: SyntaxTree, type: number): number {
  return ['type_identifier', 'nested_type_identifier'].includes(kindName(tree, type)) ? type : none;
}
