import { nameUse } from '#domain/atom/name-use.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { childInField, kindName, partsOf } from '#domain/atom/tree-navigation.ts';

/** Tells how a node before the one that is looked at is used. */
type UseBefore = (node: number) => number;

/** How a node is used as a name, from what its parent says of it. */
export function useAt(tree: SyntaxTree, node: number, useBefore: UseBefore): number {
  const parent = tree.parent[node] ?? -1;
  if (parent < 0) return nameUse.read;
  const { grammar } = tree;
  const said = grammar.uses[(tree.kind[parent] ?? 0) * grammar.fieldCount + (tree.field[node] ?? 0)] ?? 0;
  if (said === nameUse.read) return isTypeName(tree, node) ? nameUse.type : nameUse.read;
  const use = said === nameUse.inherit ? useBefore(parent) : said;
  return special(tree, node, parent, use, useBefore);
}

function isTypeName(tree: SyntaxTree, node: number): boolean {
  return kindName(tree, node) === 'type_identifier';
}

/** The few places where the parent's kind and the field do not say it all. */
function special(tree: SyntaxTree, node: number, parent: number, use: number, useBefore: UseBefore): number {
  switch (kindName(tree, parent)) {
    case 'variable_declarator':
      return useBefore(parent) === nameUse.bindHoisted ? nameUse.bindHoisted : use;
    case 'import_specifier':
      return childInField(tree, parent, 'alias') >= 0 && childInField(tree, parent, 'name') === node
        ? nameUse.skip
        : use;
    case 'dotted_name':
      return dottedUse(tree, node, parent, use);
    case 'jsx_opening_element':
    case 'jsx_self_closing_element':
      return /^[a-z]/u.test(tree.text.charAt(tree.start[node] ?? 0)) ? nameUse.skip : nameUse.read;
    default:
      return use;
  }
}

/** Of `a.b.c` only `a` is a name in scope; in a `case` pattern a dotted name is a value, not a capture. */
function dottedUse(tree: SyntaxTree, node: number, parent: number, use: number): number {
  const parts = partsOf(tree, parent);
  if (parts[0] !== node) return nameUse.skip;
  const isPattern = kindName(tree, tree.parent[parent] ?? 0) === 'case_pattern';
  return isPattern && parts.length > 1 ? nameUse.read : use;
}
