import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { NameTable } from '#domain/atom/names/name-table.ts';
import type { FoundSymbol, SymbolTable } from '#domain/atom/symbols/symbol-table.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { childInField, hasFlag, parentOf } from '#domain/atom/tree-navigation.ts';

/** Whether a symbol stands in a function: the scope of the file's own code. Other files do not see it. */
export function isWrapped(tree: SyntaxTree, { definition }: FoundSymbol): boolean {
  const from = definition === null ? 0 : parentOf(tree, definition.node);
  for (let node = from; node > 0; node = parentOf(tree, node)) if (hasFlag(tree, node, kindFlags.function)) return true;
  return false;
}

/** Binding → symbol (index in the file), for the symbols that stand in a function. */
export function wrappedNames(
  tree: SyntaxTree,
  { symbols }: SymbolTable,
  { bound }: NameTable,
  nameAt: Int32Array,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  symbols.forEach((symbol, index) => {
    const { definition, owner } = symbol;
    if (definition === null || owner !== 0 || !isWrapped(tree, symbol)) return;
    const own = childInField(tree, definition.value, 'name');
    const name = own >= 0 ? own : childInField(tree, parentOf(tree, definition.value), 'name');
    const binding = bound[nameAt[name] ?? -1] ?? -1;
    if (binding >= 0) found.set(binding, index);
  });
  return found;
}
