import { kindFlags } from '#domain/atom/kind-flags.ts';
import {
  childInField,
  childOfKind,
  childrenOf,
  hasFlag,
  kindName,
  parentOf,
  partsOf,
  textOf,
} from '#domain/atom/tree-navigation.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/**
 * Decision points as radon counts them: loops and `try` count their `else`, `match` its refutable cases, `assert` one and
 * nothing inside of it.
 */
export function pythonDecisions(tree: SyntaxTree, node: number): number {
  switch (kindName(tree, node)) {
    case 'for_statement':
    case 'while_statement':
      return 1 + elseOf(tree, node);
    case 'try_statement':
      return elseOf(tree, node);
    case 'match_statement':
      return matchDecisions(tree, node);
    case 'conditional_expression':
    case 'boolean_operator':
    case 'for_in_clause':
    case 'if_clause':
      return isAsserted(tree, node) ? 0 : 1;
    default:
      return 1;
  }
}

function isAsserted(tree: SyntaxTree, node: number): boolean {
  let at = parentOf(tree, node);
  while (at > 0 && !hasFlag(tree, at, kindFlags.statement | kindFlags.block)) at = parentOf(tree, at);
  return kindName(tree, at) === 'assert_statement';
}

function elseOf(tree: SyntaxTree, node: number): number {
  return childOfKind(tree, node, 'else_clause') >= 0 ? 1 : 0;
}

function matchDecisions(tree: SyntaxTree, node: number): number {
  const cases = childrenOf(tree, childInField(tree, node, 'body')).filter(
    (child) => kindName(tree, child) === 'case_clause',
  );
  const irrefutable = cases.some((clause) => {
    const patterns = partsOf(tree, clause).filter((part) => kindName(tree, part) === 'case_pattern');
    const [only] = patterns;
    return patterns.length === 1 && only !== undefined && /^[A-Za-z_]\w*$/u.test(textOf(tree, only));
  });
  return Math.max(0, cases.length - (irrefutable ? 1 : 0));
}
