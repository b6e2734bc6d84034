import { childInField, childOfKind, kindName, textOf } from '#domain/atom/tree-navigation.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

const shortCircuits = new Set(['&&', '||', '??', '&&=', '||=', '??=']);

/** Decision points as ESLint's `complexity` rule counts them (classic variant). */
export function ecmascriptDecisions(tree: SyntaxTree, node: number): number {
  switch (kindName(tree, node)) {
    case 'binary_expression':
    case 'augmented_assignment_expression':
      return shortCircuits.has(textOf(tree, childInField(tree, node, 'operator'))) ? 1 : 0;
    case 'required_parameter':
      return childInField(tree, node, 'value') >= 0 ? 1 : 0;
    case 'call_expression':
      // `f?.()`: here the grammar has a bare token where members have an optional_chain node.
      return childOfKind(tree, node, '?.') >= 0 ? 1 : 0;
    default:
      return 1;
  }
}
