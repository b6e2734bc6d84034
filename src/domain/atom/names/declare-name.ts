import { noNames, type Binding, type Scope } from '#domain/atom/names/name-table.ts';
import { nameUse } from '#domain/atom/name-use.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { kindName, parentOf } from '#domain/atom/tree-navigation.ts';

interface Declarations {
  readonly scopes: readonly Scope[];
  readonly bindings: Binding[];
}

interface Occurrence {
  readonly node: number;
  readonly use: number;
  readonly scope: number;
  readonly text: string;
}

/** Enters the name of a declaring occurrence into the scope that it belongs to; other occurrences are ignored. */
export function declareName(declarations: Declarations, occurrence: Occurrence, tree: SyntaxTree): void {
  const { scopes, bindings } = declarations;
  if (occurrence.use === nameUse.outer) return declareOuter(scopes, occurrence, tree);
  const target = targetScope(scopes, occurrence, tree);
  const scope = scopes[target];
  if (scope === undefined || scope.names.has(occurrence.text)) return;
  scope.names = withName(scope.names, occurrence.text, bindings.length);
  bindings.push({ name: occurrence.text, scope: target, node: occurrence.node });
}

function targetScope(scopes: readonly Scope[], { use, scope, text }: Occurrence, tree: SyntaxTree): number {
  switch (use) {
    case nameUse.bind:
    case nameUse.bindType:
      return scopes[scope]?.outer.get(text) ?? scope;
    case nameUse.update:
      // Python's `x += 1` declares; elsewhere it assigns to what is declared already.
      return tree.language === 'python' ? (scopes[scope]?.outer.get(text) ?? scope) : -1;
    case nameUse.bindOuter:
      return scopes[scope]?.parent ?? -1;
    case nameUse.bindHoisted:
      return nearestFunction(scopes, scope);
    default:
      return -1;
  }
}

function nearestFunction(scopes: readonly Scope[], from: number): number {
  let scope = from;
  while (scope > 0 && scopes[scope]?.isFunction !== true) scope = scopes[scope]?.parent ?? 0;
  return scope;
}

function declareOuter(scopes: readonly Scope[], { node, scope, text }: Occurrence, tree: SyntaxTree): void {
  const isGlobal = kindName(tree, parentOf(tree, node)) === 'global_statement';
  const inner = scopes[scope];
  if (inner !== undefined) inner.outer = withName(inner.outer, text, isGlobal ? 0 : Math.max(0, inner.parent));
}

/** There are very many scopes, most of them empty: those share one map. */
function withName(names: ReadonlyMap<string, number>, name: string, value: number): ReadonlyMap<string, number> {
  if (names === noNames) return new Map([[name, value]]);
  return names instanceof Map ? names.set(name, value) : new Map([...names, [name, value]]);
}
