import { kindFlags } from '#domain/atom/kind-flags.ts';
import { afterOf, endOf, hasFlag, kindName, parentOf, startOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { overlayText } from '#domain/build/overlay-text.ts';
import type { Overlay, PlacedFunction } from '#domain/comparison/overlay-versions.ts';

const PRIVATE = 'private_property_identifier';

/**
 * Trees over texts in which the private members of classes are plain ones, `#sum` as `$sum`: an object can be copied only with
 * what can be read of it. Offsets stay. The trees themselves where that cannot be said so: `#sum in it`, or a `$sum` that is there already.
 */
export function revealPrivate(trees: readonly SyntaxTree[]): SyntaxTree[] {
  const isPossible = trees.every((tree) =>
    privateIn(tree, 0).every(
      (node) =>
        kindName(tree, parentOf(tree, node)) !== 'binary_expression' && !tree.text.includes(plainName(tree, node)),
    ),
  );
  return isPossible ? trees.map(reveal) : [...trees];
}

/** Whether all private members that the earlier version of a method asks for are still there. */
export function knowsPrivate(now: SyntaxTree, was: PlacedFunction): boolean {
  const known = new Set(privateIn(now, 0).map((node) => plainName(now, node)));
  return privateIn(was.tree, was.node).every((node) => known.has(plainName(was.tree, node)));
}

/** One overlay for all that has changed in a class whose private members were revealed: the whole class must call them the same. */
export function overlayClasses<T extends { readonly overlay: Overlay | null }>(tree: SyntaxTree, members: T[]): T[] {
  let all = members;
  for (let node = 0; node < tree.count; node = hasPrivate(tree, node) ? afterOf(tree, node) : node + 1) {
    if (!hasPrivate(tree, node)) continue;
    const [start, end] = [startOf(tree, node), endOf(tree, node)];
    const overlays = all.flatMap(({ overlay }) =>
      overlay !== null && overlay.start >= start && overlay.end <= end ? [overlay] : [],
    );
    const shifted = overlays.map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
    const whole = { start, end, text: overlayText(textOf(tree, node), shifted) };
    all = all.map((one) => (one.overlay !== null && overlays.includes(one.overlay) ? { ...one, overlay: whole } : one));
  }
  return all;
}

function hasPrivate(tree: SyntaxTree, node: number): boolean {
  return hasFlag(tree, node, kindFlags.class) && privateIn(tree, node).length > 0;
}

function privateIn(tree: SyntaxTree, node: number): number[] {
  const found: number[] = [];
  if (!tree.text.includes('#') && !tree.text.includes('$')) return found;
  for (let inner = node; inner < afterOf(tree, node); inner += 1)
    if (kindName(tree, inner) === PRIVATE) found.push(inner);
  return found;
}

function plainName(tree: SyntaxTree, node: number): string {
  return `$${textOf(tree, node).slice(1)}`;
}

function reveal(tree: SyntaxTree): SyntaxTree {
  const signs = privateIn(tree, 0).map((node) => ({
    start: startOf(tree, node),
    end: startOf(tree, node) + 1,
    text: '$',
  }));
  return signs.length === 0 ? tree : { ...tree, text: overlayText(tree.text, signs) };
}
