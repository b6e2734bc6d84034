import { kindFlags } from '#domain/atom/kind-flags.ts';
import { createScopeStack } from '#domain/atom/names/create-scope-stack.ts';
import { declareName } from '#domain/atom/names/declare-name.ts';
import type { Binding, NameTable, Scope } from '#domain/atom/names/name-table.ts';
import { useAt } from '#domain/atom/names/use-at.ts';
import { nameUse } from '#domain/atom/name-use.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** Reads all names of a file: first their scopes and declarations, then what each use is bound to. */
export function collectNames(tree: SyntaxTree): NameTable {
  const stack = createScopeStack(tree);
  const bindings: Binding[] = [];
  const nodes: number[] = [];
  const uses: number[] = [];
  const scopeOf: number[] = [];
  const texts: string[] = [];
  const { flags } = tree.grammar;
  const useOf = new Uint8Array(tree.count);
  const textAt = createTexts(tree);
  for (let node = 0; node < tree.count; node += 1) {
    const flag = flags[tree.kind[node] ?? 0] ?? 0;
    if ((flag & kindFlags.named) === 0) continue;
    const scope = stack.enter(node, flag);
    const use = useAt(tree, node, useOf);
    useOf[node] = use;
    if ((flag & kindFlags.identifier) === 0 || use === nameUse.skip) continue;
    const text = textAt(node);
    nodes.push(node);
    uses.push(use);
    texts.push(text);
    scopeOf.push(scope);
    declareName({ scopes: stack.scopes, bindings }, { node, use, scope, text }, tree);
  }
  const bound = new Int32Array(texts.length);
  for (let index = 0; index < texts.length; index += 1) {
    const from = startScope(stack.scopes, scopeOf[index] ?? 0, uses[index] ?? 0);
    bound[index] = lookUp(stack.scopes, texts[index] ?? '', from);
  }
  const arrays = { nodes: new Int32Array(nodes), uses: new Uint8Array(uses), scopeOf: new Int32Array(scopeOf) };
  return { scopes: stack.scopes, bindings, bound, texts, ...arrays };
}

/** The text of a node; equal texts are one object, for a name stands in many places. */
function createTexts(tree: SyntaxTree): (node: number) => string {
  const known = new Map<string, string>();
  return (node) => {
    const text = tree.text.slice(tree.start[node], tree.end[node]);
    const same = known.get(text);
    if (same === undefined) known.set(text, text);
    return same ?? text;
  };
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
