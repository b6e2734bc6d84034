import type { Earlier } from '#domain/atom/kept-parts.ts';
import { declareName } from '#domain/atom/names/declare-name.ts';
import { findOccurrences } from '#domain/atom/names/find-occurrences.ts';
import type { Binding, NameTable, Scope } from '#domain/atom/names/name-table.ts';
import { nameUse } from '#domain/atom/name-use.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** Reads all names of a file: first where they stand, then what they declare, then what each use is bound to. */
export function collectNames(tree: SyntaxTree, earlier: Earlier<NameTable> | null = null): NameTable {
  const { scopes, nodes, uses, scopeOf, texts } = findOccurrences(tree, earlier);
  const bindings: Binding[] = [];
  const declarations = { scopes, bindings };
  for (let index = 0; index < texts.length; index += 1) {
    const use = uses[index] ?? 0;
    if (use === nameUse.read || use === nameUse.type) continue;
    const node = nodes[index] ?? 0;
    declareName(declarations, { node, use, scope: scopeOf[index] ?? 0, text: texts[index] ?? '' }, tree);
  }
  const bound = new Int32Array(texts.length);
  for (let index = 0; index < texts.length; index += 1) {
    const from = startScope(scopes, scopeOf[index] ?? 0, uses[index] ?? 0);
    bound[index] = lookUp(scopes, texts[index] ?? '', from);
  }
  const arrays = { nodes: new Int32Array(nodes), uses: new Uint8Array(uses), scopeOf: new Int32Array(scopeOf) };
  return { scopes, bindings, bound, texts, ...arrays };
}

/** The name of a function belongs to the scope around it. */
function startScope(scopes: readonly Scope[], scope: number, use: number): number {
  return use === nameUse.bindOuter ? Math.max(0, scopes[scope]?.parent ?? 0) : scope;
}

/** The binding that a name means in a scope, or -1. Class scopes that hide their names are seen only from themselves. */
export function lookUp(scopes: readonly Scope[], name: string, from: number): number {
  const outer = scopes[from]?.outer.get(name);
  for (let index = outer ?? from; index >= 0;) {
    const scope = scopes[index];
    if (scope === undefined) return -1;
    const found = scope.hidden && index !== from ? undefined : scope.names.get(name);
    if (found !== undefined) return found;
    index = scope.parent;
  }
  return -1;
}
