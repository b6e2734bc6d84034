import { kindFlags } from '#domain/atom/kind-flags.ts';
import { afterOf, hasFlag } from '#domain/atom/tree-navigation.ts';
import { innerRegion, type Item, type Region } from '#domain/atom/split/region.ts';
import { holdsSymbols, type SplitContext } from '#domain/atom/split/split-context.ts';

/** The holes that an item must have because symbols of their own stand in it: methods in a class, functions in an `if`. */
export function findSymbolHoles(context: SplitContext, item: Item): Region[] {
  const { tree, lines } = context;
  const holes: Region[] = [];
  for (let node = item.node; node < afterOf(tree, item.node);) {
    const isBlock = hasFlag(tree, node, kindFlags.block) && holdsSymbols(context, node);
    const region = isBlock ? innerRegion(tree, lines, node, item.span) : null;
    if (region === null) {
      node += 1;
      continue;
    }
    holes.push(...holesIn(context, region));
    node = afterOf(tree, node);
  }
  return holes;
}

/** One hole for each symbol; where more stands between them than one atom may have (a wrapper's own code), all of it is one. */
function holesIn(context: SplitContext, region: Region): Region[] {
  const others = region.items.filter((inner) => !isOwn(context, inner)).map(({ span }) => span);
  if (context.lines.codeLines(others) > context.limits.loc) return [region];
  return region.items.filter((inner) => isOwn(context, inner)).map((inner) => ({ items: [inner], span: inner.span }));
}

function isOwn(context: SplitContext, { node }: Item): boolean {
  return context.symbols.byNode.has(node) || holdsSymbols(context, node);
}
