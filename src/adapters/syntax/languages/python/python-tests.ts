import { childInField, childrenOf, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import { none, type SyntaxTree } from '#domain/atom/syntax-tree.ts';
import type { WrittenTest } from '#domain/atom/written-test.ts';

/** What an expression of Python says of a value when it counts as true; null when nothing is known of that. */
export function pythonTest(tree: SyntaxTree, node: number): WrittenTest | null {
  switch (kindName(tree, node)) {
    case 'identifier':
      return { kind: 'is', tested: node, sort: 'something', isSome: false, isNot: false };
    case 'parenthesized_expression':
      return { kind: 'all', parts: partsOf(tree, node) };
    case 'not_operator':
      return { kind: 'not', part: childInField(tree, node, 'argument') };
    case 'boolean_operator': {
      const parts = ['left', 'right'].map((field) => childInField(tree, node, field));
      return { kind: childrenOf(tree, node).some((child) => kindName(tree, child) === 'and') ? 'all' : 'any', parts };
    }
    case 'comparison_operator':
      return comparisonTest(tree, node);
    case 'call':
      return callTest(tree, node);
    default:
      return null;
  }
}

/** `value is None` */
function comparisonTest(tree: SyntaxTree, node: number): WrittenTest | null {
  const [tested = none, operator = none, other = none, ...more] = childrenOf(tree, node);
  if (more.length > 0 || other < 0 || kindName(tree, other) !== 'none') return null;
  const word = textOf(tree, operator);
  if (word !== 'is' && word !== 'is not') return null;
  return { kind: 'is', tested, sort: 'nothing', isSome: false, isNot: word === 'is not' };
}

function callTest(tree: SyntaxTree, node: number): WrittenTest | null {
  const callee = childInField(tree, node, 'function');
  const [tested = none, classes = none] = partsOf(tree, childInField(tree, node, 'arguments'));
  if (tested < 0) return null;
  const name = textOf(tree, callee);
  if (name === 'callable') return { kind: 'is', tested, sort: 'function', isSome: false, isNot: false };
  if (name !== 'isinstance') return { kind: 'asks', tested, callee };
  const isMany = kindName(tree, classes) === 'tuple';
  return { kind: 'instance', tested, classes: isMany ? partsOf(tree, classes) : [classes] };
}
