import type { StubPlace } from '#domain/atom/symbols/definition.ts';
import { childInField, childOfKind, endOf, kindName, startOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/**
 * Where the stub of a function goes: its body, and, where TypeScript does not know the return type yet, the place for it.
 * Null for constructors, which are always kept.
 */
export function functionStubPlace(
  tree: SyntaxTree,
  value: number,
  name: string,
  returnTypeKnown: boolean,
): StubPlace | null {
  if (kindName(tree, value) === 'method_definition' && name === 'constructor') return null;
  const body = childInField(tree, value, 'body');
  const end = endOf(tree, body);
  const isSetter = childOfKind(tree, value, 'set') >= 0;
  if (returnTypeKnown || isSetter || tree.language === 'javascript')
    return { start: startOf(tree, body), end, before: '{ ', after: ' }' };
  const arrow = childOfKind(tree, value, '=>') >= 0 ? ' =>' : '';
  const before = `: ${stubType(tree, value)}${arrow} { `;
  const single = childInField(tree, value, 'parameter');
  if (single >= 0)
    return { start: startOf(tree, single), end, before: `(${textOf(tree, single)})${before}`, after: ' }' };
  return { start: endOf(tree, childInField(tree, value, 'parameters')), end, before, after: ' }' };
}

function stubType(tree: SyntaxTree, value: number): string {
  const isAsync = childOfKind(tree, value, 'async') >= 0;
  const isGenerator = childOfKind(tree, value, '*') >= 0;
  if (isGenerator) return isAsync ? 'AsyncGenerator<never, never, unknown>' : 'Generator<never, never, unknown>';
  return isAsync ? 'Promise<never>' : 'never';
}
