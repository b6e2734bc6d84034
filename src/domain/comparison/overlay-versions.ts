import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { childInField, endOf, startOf } from '#domain/atom/tree-navigation.ts';
import { watchedText } from '#domain/comparison/watched-text.ts';

/** Text in place of `[start, end)` that holds both versions of a function, and asks the driver which one to run. */
export interface Overlay {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A function in the tree of its file. */
export interface PlacedFunction {
  readonly tree: SyntaxTree;
  readonly node: number;
}

/** The present version as it is, for the tests; and both, watched, to be run side by side. */
export function versionsOf(
  key: string,
  now: PlacedFunction,
  was: PlacedFunction,
): { names: string[]; texts: string[] } | null {
  const names = [`__mge_now_${key}`, `__mge_was_${key}`, `__mge_is_${key}`];
  const [ofNow, ofWas] = [now, was].map(({ tree, node }) => childInField(tree, node, 'name'));
  if (ofNow === undefined || ofWas === undefined || ofNow < 0 || ofWas < 0) return null;
  const [plain = '', before = '', after = ''] = names;
  const { tree, node } = now;
  const head = tree.text.slice(startOf(tree, node), startOf(tree, ofNow));
  const rest = tree.text.slice(endOf(tree, ofNow), endOf(tree, node));
  const watchedWas = watchedText(was.tree, was.node, { node: ofWas, name: before });
  return { names, texts: [head + plain + rest, watchedWas, watchedText(tree, node, { node: ofNow, name: after })] };
}

/** `versions`: the present one as it is, then both, watched. */
export function callOf(key: string, versions: readonly string[], target: string): string {
  const [now = ''] = versions;
  const run = `globalThis.__mge.run(${JSON.stringify(key)}, this, arguments, ${target}, ${versions.join(', ')})`;
  return `return globalThis.__mge === undefined ? ${now}.apply(this, arguments) : ${run};`;
}

export function placeOf({ tree, node }: PlacedFunction): { start: number; end: number } {
  return { start: startOf(tree, node), end: endOf(tree, node) };
}
