import { functionStubPlace } from '#adapters/syntax/languages/ecmascript/function-stub-place.ts';
import type { Definition } from '#domain/atom/symbols/definition.ts';
import { childInField, childOfKind, endOf, startOf } from '#domain/atom/tree-navigation.ts';
import { none, type SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** What every definition has. */
interface Named extends Pick<Definition, 'name' | 'node' | 'value' | 'exported'> {}

export function functionDefinition(
  tree: SyntaxTree,
  given: Named & { kind: 'function' | 'method'; typed: boolean },
): Definition {
  const { typed, ...named } = given;
  const body = childInField(tree, given.value, 'body');
  const returnTypeKnown = typed || childInField(tree, given.value, 'return_type') >= 0;
  const arrow = childOfKind(tree, given.value, '=>');
  const stub = body < 0 ? null : functionStubPlace(tree, given.value, given.name, returnTypeKnown);
  const headerEnd = body < 0 ? endOf(tree, given.node) : startOf(tree, arrow >= 0 ? arrow : body);
  return { ...named, body, headerEnd, returnTypeKnown, stub };
}

export function valueDefinition(tree: SyntaxTree, named: Named): Definition {
  const headerEnd = endOf(tree, named.node);
  return { kind: 'declaration', ...named, body: none, headerEnd, returnTypeKnown: true, stub: null };
}

export function classDefinition(tree: SyntaxTree, named: Named): Definition {
  const body = childInField(tree, named.value, 'body');
  return { kind: 'class', ...named, body, headerEnd: startOf(tree, body), returnTypeKnown: true, stub: null };
}
