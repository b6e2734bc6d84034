import { childInField, hasFlag, kindName, parentOf, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import { kindFlags } from '#domain/atom/kind-flags.ts';
import { none, type SyntaxTree } from '#domain/atom/syntax-tree.ts';

/**
 * Whether a function is only the scope of a file's own code: it runs where it stands (`(function () { … })()`, `.call(this)`
 * too), is handed to one that does (the factory of a universal module), or to `define`.
 */
export function isEcmascriptWrapper(tree: SyntaxTree, node: number): boolean {
  const inner = withParentheses(tree, node);
  const parent = parentOf(tree, inner);
  if (kindName(tree, parent) === 'call_expression') return childInField(tree, parent, 'function') === inner;
  if (kindName(tree, parent) === 'member_expression') return isCalledAtOnce(tree, parent);
  if (kindName(tree, parent) !== 'arguments') return false;
  const callee = childInField(tree, parentOf(tree, parent), 'function');
  if (callee < 0) return false;
  const called = insideParentheses(tree, callee);
  return hasFlag(tree, called, kindFlags.function) || textOf(tree, callee) === 'define';
}

function isCalledAtOnce(tree: SyntaxTree, member: number): boolean {
  const call = parentOf(tree, member);
  if (kindName(tree, call) !== 'call_expression' || childInField(tree, call, 'function') !== member) return false;
  return ['call', 'apply'].includes(textOf(tree, childInField(tree, member, 'property')));
}

function withParentheses(tree: SyntaxTree, node: number): number {
  let outer = node;
  while (kindName(tree, parentOf(tree, outer)) === 'parenthesized_expression') outer = parentOf(tree, outer);
  return outer;
}

function insideParentheses(tree: SyntaxTree, node: number): number {
  let inner = node;
  while (kindName(tree, inner) === 'parenthesized_expression') inner = partsOf(tree, inner)[0] ?? none;
  return inner;
}
