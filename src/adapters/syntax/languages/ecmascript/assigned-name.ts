import { childInField, kindName, textOf } from '#domain/atom/tree-navigation.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** The value at the end of `a = b = value`; the node itself when it is no assignment. */
export function assignedValue(tree: SyntaxTree, node: number): number {
  let value = node;
  while (value >= 0 && kindName(tree, value) === 'assignment_expression') value = childInField(tree, value, 'right');
  return value;
}

/**
 * The dotted name that an assignment gives a function: `exports.a` is `a`, `A.prototype.b` is `A.b`, `module.exports` is the
 * function's own name; null for other targets (`this.a`, `list[0]`).
 */
export function assignedName(tree: SyntaxTree, assignment: number, value: number): string | null {
  const target = textOf(tree, childInField(tree, assignment, 'left')).replaceAll(/\s+/gu, '');
  if (!/^[\w$]+(?:\.[\w$]+)+$/u.test(target) || target.startsWith('this.')) return null;
  const own = childInField(tree, value, 'name');
  if (target === 'module.exports') return own >= 0 ? textOf(tree, own) : 'exports';
  return target.replace(/^(?:module\.)?exports\./u, '').replaceAll('.prototype.', '.');
}
