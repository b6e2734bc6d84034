import { kindFlags } from '#domain/atom/kind-flags.ts';
import { noNames, type Scope } from '#domain/atom/names/name-table.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { afterOf } from '#domain/atom/tree-navigation.ts';

export interface ScopeStack {
  readonly scopes: Scope[];
  /** Tells the scope that a node of the preorder walk stands in, opening a new one where its kind says so. */
  enter(node: number, flags: number): number;
}

/** Follows a preorder walk and keeps the scopes that are open; of those that are known already only the file's own is. */
export function createScopeStack(tree: SyntaxTree, scopes: Scope[] = []): ScopeStack {
  let current = scopes.length > 0 ? 0 : -1;
  let closesAt = current < 0 ? Infinity : tree.count;
  return {
    scopes,
    enter(node, flags) {
      while (node >= closesAt && current >= 0) {
        current = scopes[current]?.parent ?? -1;
        closesAt = current >= 0 ? afterOf(tree, scopes[current]?.node ?? 0) : Infinity;
      }
      if ((flags & kindFlags.scope) === 0 && node > 0) return current;
      scopes.push({
        node,
        parent: current,
        names: noNames,
        hidden: (flags & kindFlags.hiddenScope) !== 0,
        isFunction: node === 0 || (flags & kindFlags.functionScope) !== 0,
        outer: noNames,
      });
      current = scopes.length - 1;
      closesAt = afterOf(tree, node);
      return current;
    },
  };
}
