import { kindFlags } from '#domain/atom/kind-flags.ts';
import { afterOf, endOf, hasFlag, kindName, parentOf, partsOf, startOf } from '#domain/atom/tree-navigation.ts';
import { cutAfter, innerRegion, regionOf, type Item, type Region } from '#domain/atom/split/region.ts';
import type { SplitContext } from '#domain/atom/split/split-context.ts';

/** The ways to make holes in a construct, tried in turn: each also takes what those before it took, outermost first. */
export const holeStrategies = ['blocks', 'clauses', 'functions', 'lists', 'operands'] as const;
export type HoleStrategy = (typeof holeStrategies)[number];

/** The regions inside an item that may become holes under a strategy, outermost first, in the order of the text. */
export function findHoles(context: SplitContext, item: Item, strategy: HoleStrategy): Region[] {
  const { tree } = context;
  const rank = holeStrategies.indexOf(strategy);
  const holes: Region[] = [];
  const to = afterOf(tree, item.node);
  for (let node = item.node; node < to;) {
    const hole = holeAt(context, item, node, rank);
    if (hole !== null && isInside(hole, item)) holes.push(hole);
    node = hole === null ? node + 1 : nextAfter(context, hole, node);
  }
  return holes;
}

function holeAt(context: SplitContext, item: Item, node: number, rank: number): Region | null {
  const { tree, lines } = context;
  if (hasFlag(tree, node, kindFlags.block)) return innerRegion(tree, lines, node, item.span);
  if (node === item.node)
    return rank >= 3 && hasFlag(tree, node, kindFlags.list) ? innerRegion(tree, lines, node, item.span) : null;
  if (isElseIf(context, node)) return single(context, item, node);
  if (rank >= 1 && hasFlag(tree, node, kindFlags.clause)) return clauseRun(context, item, node);
  if (rank >= 2 && hasFlag(tree, node, kindFlags.function)) return single(context, item, node);
  if (rank >= 3 && hasFlag(tree, node, kindFlags.list)) return innerRegion(tree, lines, node, item.span);
  if (rank >= 4 && hasFlag(tree, node, kindFlags.operand)) return single(context, item, node);
  return null;
}

/** `else if`: the inner `if` may go as a whole. */
function isElseIf({ tree }: SplitContext, node: number): boolean {
  return hasFlag(tree, node, kindFlags.decision) && kindName(tree, parentOf(tree, node)) === 'else_clause';
}

/** One node; with the rest of its line when it ends it. */
function single({ tree, lines }: SplitContext, item: Item, node: number): Region {
  const end = Math.min(cutAfter(tree, lines, node, endOf(tree, node)), item.span[1]);
  return regionOf(tree, lines, [node], [startOf(tree, node), end]);
}

/** Neighbouring clauses (cases, `elif`s) from here on, each beginning its own line. */
function clauseRun({ tree, lines }: SplitContext, item: Item, node: number): Region {
  const siblings = partsOf(tree, parentOf(tree, node));
  const run = siblings.slice(siblings.indexOf(node)).filter((sibling) => hasFlag(tree, sibling, kindFlags.clause));
  const last = run.at(-1) ?? node;
  const after = Math.min(cutAfter(tree, lines, last, item.span[1]), item.span[1]);
  const lineStart = lines.lineStart(startOf(tree, node));
  const ownsLine = tree.text.slice(lineStart, startOf(tree, node)).trim() === '' && lineStart >= item.span[0];
  return regionOf(tree, lines, run, [ownsLine ? lineStart : startOf(tree, node), after]);
}

function nextAfter({ tree }: SplitContext, hole: Region, node: number): number {
  const last = hole.items.at(-1);
  return last === undefined ? node + 1 : Math.max(node + 1, afterOf(tree, last.node));
}

/** A hole that is the whole item would never end. */
function isInside(hole: Region, item: Item): boolean {
  return hole.span[1] > hole.span[0] && !(hole.span[0] <= item.span[0] && hole.span[1] >= item.span[1]);
}
