import type { AtomLimits } from '#domain/atom/atom.ts';
import type { Earlier } from '#domain/atom/kept-parts.ts';
import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { NameTable } from '#domain/atom/names/name-table.ts';
import type { SymbolTable } from '#domain/atom/symbols/symbol-table.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { afterOf, hasFlag, parentOf } from '#domain/atom/tree-navigation.ts';
import type { AtomDraft } from '#domain/atom/split/atom-draft.ts';
import { createTextLines, type TextLines } from '#domain/atom/split/text-lines.ts';

/** All that the splitting of one file looks at, and the drafts it has made so far. */
export interface SplitContext {
  readonly tree: SyntaxTree;
  readonly symbols: SymbolTable;
  readonly names: NameTable;
  readonly limits: AtomLimits;
  readonly lines: TextLines;
  readonly drafts: AtomDraft[];
  /** Decision points in the subtrees of nodes `[from, to)`. */
  decisions(from: number, to: number): number;
  /** Whether symbols of their own stand in blocks among nodes `[from, to)`. */
  containsSymbols(from: number, to: number): boolean;
  /** The file as it was split before an edit; null when it is split for the first time. */
  readonly earlier: Earlier<TreeSplit> | null;
}

/** A file that is split, with what an edit may leave of it. */
export interface TreeSplit {
  readonly symbols: SymbolTable;
  readonly names: NameTable;
  readonly drafts: readonly AtomDraft[];
  /** Of each draft the words that it begins with, and what it calls. */
  readonly anchors: readonly string[];
  readonly calls: readonly (readonly string[])[];
}

export function createSplitContext(
  tree: SyntaxTree,
  symbols: SymbolTable,
  names: NameTable,
  { limits, earlier }: Pick<SplitContext, 'limits' | 'earlier'>,
): SplitContext {
  const decisions = decisionsBefore(tree);
  const marks = symbolsBefore(tree, symbols);
  const between = (sums: Uint32Array, from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0);
  return {
    tree,
    symbols,
    names,
    limits,
    earlier,
    lines: createTextLines(tree),
    drafts: [],
    decisions: (from, to) => between(decisions, from, to),
    containsSymbols: (from, to) => between(marks, from, to) > 0,
  };
}

/** Whether symbols of their own stand inside a node (not counting itself). */
export function holdsSymbols(context: SplitContext, node: number): boolean {
  return context.containsSymbols(node + 1, afterOf(context.tree, node));
}

/** For each node how many decision points the nodes before it have. */
function decisionsBefore(tree: SyntaxTree): Uint32Array {
  const { count, kind, grammar } = tree;
  const { flags, rules } = grammar;
  const sums = new Uint32Array(count + 1);
  let sum = 0;
  for (let node = 0; node < count; node += 1) {
    if (((flags[kind[node] ?? 0] ?? 0) & kindFlags.decision) !== 0) sum += rules.decisionsAt(tree, node);
    sums[node + 1] = sum;
  }
  return sums;
}

/** For each node how many of the nodes before it are symbols that stand in blocks. */
function symbolsBefore(tree: SyntaxTree, { places }: SymbolTable): Uint32Array {
  const sums = new Uint32Array(tree.count + 1);
  let sum = 0;
  let from = 0;
  for (const node of places.nodes) {
    if (!hasFlag(tree, parentOf(tree, node), kindFlags.block)) continue;
    sums.fill(sum, from, node + 1);
    from = node + 1;
    sum += 1;
  }
  return sums.fill(sum, from);
}
