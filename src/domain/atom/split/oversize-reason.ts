import { kindFlags } from '#domain/atom/kind-flags.ts';
import { afterOf, endOf, hasFlag, startOf } from '#domain/atom/tree-navigation.ts';
import type { Carving } from '#domain/atom/split/carve.ts';
import type { Item } from '#domain/atom/split/region.ts';
import type { SplitContext } from '#domain/atom/split/split-context.ts';

/** Why an atom could not be made to fit, in words for a person; null when it fits. */
export function oversizeReason(context: SplitContext, item: Item, carving: Carving): string | null {
  const { tree, limits } = context;
  const isLong = carving.loc > limits.loc;
  const isComplex = carving.complexity > limits.complexity;
  if (!isLong && !isComplex) return null;
  if (hasFlag(tree, item.node, kindFlags.error)) return `${carving.loc} lines that could not be parsed`;
  if (isLong && stringLines(context, item) > limits.loc / 2)
    return `a string literal spans most of its ${carving.loc} lines`;
  if (isLong && carving.holes.length > 0) return `the frame of one construct has ${carving.loc} lines of its own`;
  if (isLong) return `one expression or header of ${carving.loc} lines`;
  return `one expression or header with ${carving.complexity - 1} decision points`;
}

/** Lines of the longest string literal in a node. */
function stringLines({ tree, lines }: SplitContext, { node: root }: Item): number {
  let most = 0;
  for (let node = root; node < afterOf(tree, root); node += 1) {
    if (!hasFlag(tree, node, kindFlags.string)) continue;
    most = Math.max(most, lines.codeLines([[startOf(tree, node), endOf(tree, node)]]));
  }
  return most;
}
