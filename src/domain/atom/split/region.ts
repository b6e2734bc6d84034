import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { afterOf, childrenOf, endOf, hasFlag, partsOf, startOf } from '#domain/atom/tree-navigation.ts';
import type { Range } from '#domain/atom/split/atom-draft.ts';
import type { TextLines } from '#domain/atom/split/text-lines.ts';

/** A node with the text that goes with it: comments before it, the rest of its last line. */
export interface Item {
  readonly node: number;
  readonly span: Range;
}

/** Neighbouring items; the spans of its items tile its own. */
export interface Region {
  readonly items: readonly Item[];
  readonly span: Range;
}

/** The statements of the whole file. */
export function moduleRegion(tree: SyntaxTree, lines: TextLines): Region {
  return regionOf(tree, lines, partsOf(tree, 0), [0, tree.text.length]);
}

/**
 * The inside of a block or list as a region within `bounds`: it begins on the line after the opening (or at the first
 * item, when that stands on the same line) and ends with the last item's line. Null when there is nothing inside.
 */
export function innerRegion(tree: SyntaxTree, lines: TextLines, block: number, bounds: Range): Region | null {
  const items = partsOf(tree, block);
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return null;
  return regionOf(tree, lines, items, [
    openingCut(tree, lines, block, first, bounds),
    closingCut(tree, lines, block, last, bounds),
  ]);
}

/** A run of sibling nodes as a region within `bounds`. */
export function regionOf(tree: SyntaxTree, lines: TextLines, nodes: readonly number[], span: Range): Region {
  let from = span[0];
  const items = nodes.map((node, index): Item => {
    const next = nodes[index + 1];
    const wanted = next === undefined ? span[1] : cutAfter(tree, lines, node, startOf(tree, next));
    const to = Math.min(Math.max(wanted, from), span[1]);
    const item: Item = { node, span: [from, to] };
    from = to;
    return item;
  });
  return { items, span };
}

/** Where the text of a node ends, with separators after it and the rest of the line; `limit` is where the next begins. */
export function cutAfter(tree: SyntaxTree, lines: TextLines, node: number, limit: number): number {
  let end = endOf(tree, node);
  for (let next = afterOf(tree, node); next < tree.count; next = afterOf(tree, next)) {
    const isBeside = tree.parent[next] === tree.parent[node] && startOf(tree, next) < limit;
    if (!isBeside || hasFlag(tree, next, kindFlags.named)) break;
    end = Math.max(end, endOf(tree, next));
  }
  return lines.lineCut(Math.min(end, limit), limit);
}

function openingCut(tree: SyntaxTree, lines: TextLines, block: number, first: number, bounds: Range): number {
  const firstStart = startOf(tree, first);
  const opening = childrenOf(tree, block).find((child) => !hasFlag(tree, child, kindFlags.comment));
  const inside = opening !== undefined && opening < first ? endOf(tree, opening) : headerBefore(tree, block, bounds);
  const cut = lines.lineCut(Math.min(inside, firstStart), firstStart);
  const isOwnLine = cut > inside && lines.rowOf(cut) > lines.rowOf(inside);
  return Math.min(Math.max(isOwnLine ? cut : firstStart, bounds[0]), bounds[1]);
}

/** End of the token before a block that has no opening of its own (the colon of Python). */
function headerBefore(tree: SyntaxTree, block: number, bounds: Range): number {
  const parent = tree.parent[block] ?? 0;
  let end = Math.max(bounds[0], startOf(tree, parent));
  for (const sibling of childrenOf(tree, parent)) {
    if (sibling >= block) break;
    if (!hasFlag(tree, sibling, kindFlags.comment)) end = endOf(tree, sibling);
  }
  return end;
}

function closingCut(tree: SyntaxTree, lines: TextLines, block: number, last: number, bounds: Range): number {
  const closing = childrenOf(tree, block).findLast((child) => !hasFlag(tree, child, kindFlags.comment));
  const hasClosing = closing !== undefined && closing > last;
  if (!hasClosing) return cutAfter(tree, lines, last, bounds[1]);
  const closingStart = startOf(tree, closing);
  const lineStart = lines.lineStart(closingStart);
  const end = endOf(tree, last);
  const isOwnLine = lineStart > end && tree.text.slice(lineStart, closingStart).trim() === '';
  return Math.min(isOwnLine ? lineStart : cutAfter(tree, lines, last, closingStart), bounds[1]);
}
