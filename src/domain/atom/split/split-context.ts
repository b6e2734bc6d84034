import type { AtomLimits } from '#domain/atom/atom.ts';
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
}

export function createSplitContext(
  tree: SyntaxTree,
  symbols: SymbolTable,
  names: NameTable,
  limits: AtomLimits,
): SplitContext {
  const decisions = prefixSums(tree.count, (node) =>
    hasFlag(tree, node, kindFlags.decision) ? tree.grammar.rules.decisionsAt(tree, node) : 0,
  );
  const marks = prefixSums(tree.count, (node) =>
    symbols.byNode.has(node) && hasFlag(tree, parentOf(tree, node), kindFlags.block) ? 1 : 0,
  );
  const between = (sums: Uint32Array, from: number, to: number): number => (sums[to] ?? 0) - (sums[from] ?? 0);
  return {
    tree,
    symbols,
    names,
    limits,
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

function prefixSums(count: number, valueOf: (node: number) => number): Uint32Array {
  const sums = new Uint32Array(count + 1);
  for (let node = 0; node < count; node += 1) sums[node + 1] = (sums[node] ?? 0) + valueOf(node);
  return sums;
}
