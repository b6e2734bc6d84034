import type { AtomKind } from '#domain/atom/atom.ts';
import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { Carving } from '#domain/atom/split/carve.ts';
import type { Item } from '#domain/atom/split/region.ts';
import type { SplitContext } from '#domain/atom/split/split-context.ts';
import { hasFlag } from '#domain/atom/tree-navigation.ts';

/** The kind of an atom that one item makes; `own`: the symbol that the item is. */
export function atomKindOf(
  { tree, symbols }: SplitContext,
  item: Item,
  own: number | null,
  carving: Carving,
): AtomKind {
  const symbol = symbols.symbols[own ?? -1]?.facts.kind;
  if (symbol !== undefined && symbol !== 'module') return symbol;
  if (hasFlag(tree, item.node, kindFlags.import)) return 'imports';
  if (hasFlag(tree, item.node, kindFlags.declaration)) return 'declaration';
  if (hasFlag(tree, item.node, kindFlags.statement)) return carving.holes.length > 0 ? 'block' : 'statements';
  return 'block';
}
