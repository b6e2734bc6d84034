import type { Atom, AtomLimits } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { Earlier } from '#domain/atom/kept-parts.ts';
import { collectNames } from '#domain/atom/names/collect-names.ts';
import type { NameTable } from '#domain/atom/names/name-table.ts';
import type { AtomDraft } from '#domain/atom/split/atom-draft.ts';
import { collectAtomFacts, type AtomFacts } from '#domain/atom/split/atom-facts.ts';
import { collectCalls } from '#domain/atom/split/collect-calls.ts';
import { createAtomLocator } from '#domain/atom/split/create-atom-locator.ts';
import { anchorsOf, labelAtoms, type AtomLabel } from '#domain/atom/split/atom-labels.ts';
import { createSplitContext, type SplitContext, type TreeSplit } from '#domain/atom/split/split-context.ts';
import { splitFile } from '#domain/atom/split/split-file.ts';
import { collectSymbols } from '#domain/atom/symbols/collect-symbols.ts';
import type { SymbolTable } from '#domain/atom/symbols/symbol-table.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { startOf } from '#domain/atom/tree-navigation.ts';

/** The symbols and names of a file: read once, for its atoms and for the graph. */
export interface FileReading {
  readonly symbols: SymbolTable;
  readonly names: NameTable;
}

/**
 * Reads the symbols and names of a parsed file. The path, without `root` (a folder), gives the symbols their dotted ids. Of a
 * file that was read before an edit (with the same root) what the edit left is taken from there.
 */
export function readTree(tree: SyntaxTree, root: string, earlier: Earlier<FileReading> | null = null): FileReading {
  if (earlier === null) return { symbols: collectSymbols(tree, root), names: collectNames(tree) };
  const { known, kept } = earlier;
  return {
    symbols: collectSymbols(tree, root, { known: known.symbols, kept }),
    names: collectNames(tree, { known: known.names, kept }),
  };
}

/** The atoms of a parsed file. */
export function atomizeTree(tree: SyntaxTree, reading: FileReading, limits: AtomLimits): FileAtoms {
  return splitTree(tree, reading, limits).atoms;
}

/** The atoms of a file that may be edited, and what they were made of. */
export interface SplitTree extends TreeSplit {
  readonly atoms: FileAtoms;
}

/** As {@link atomizeTree}; of a file that was split before an edit (with the same limits) only what the edit did not leave is split. */
export function splitTree(
  tree: SyntaxTree,
  { symbols, names }: FileReading,
  limits: AtomLimits,
  earlier: Earlier<TreeSplit> | null = null,
): SplitTree {
  const context = createSplitContext(tree, symbols, names, { limits, earlier });
  const drafts = splitFile(context);
  const placed = { drafts, atomAt: createAtomLocator(drafts) };
  const anchors = anchorsOf(tree, symbols, drafts, earlier?.known.anchors ?? []);
  const calls = collectCalls(tree, placed, earlier?.known.calls ?? []);
  const labels = labelAtoms(symbols, drafts, anchors);
  const facts = collectAtomFacts(tree, names, placed);
  const atoms = {
    file: tree.path,
    language: tree.language,
    length: tree.text.length,
    parseErrors: tree.errors.length,
    errorLines: [...new Set(tree.errors.map((node) => context.lines.rowOf(startOf(tree, node)) + 1))],
    atoms: drafts.map((draft, index) =>
      toAtom(context, { draft, labels, facts: facts[index], calls: calls[index] ?? [], index }),
    ),
    symbols: symbols.symbols.map((symbol) => symbol.facts),
  };
  return { symbols, names, drafts, anchors, calls, atoms };
}

interface Part {
  readonly draft: AtomDraft;
  readonly labels: readonly AtomLabel[];
  readonly facts: AtomFacts | undefined;
  readonly calls: readonly string[];
  readonly index: number;
}

function toAtom({ lines, tree, symbols }: SplitContext, { draft, labels, facts, calls, index }: Part): Atom {
  const label = labels[index];
  const end = draft.span[1];
  const textStart = lines.skipTrivia(draft.span[0], end);
  return {
    id: label?.id ?? '',
    parent: labels[draft.parent]?.id ?? null,
    kind: draft.kind,
    name: label?.name ?? '',
    symbol: symbols.symbols[draft.symbol]?.facts.id ?? '',
    ranges: draft.ranges,
    startLine: lines.rowOf(textStart < end ? textStart : draft.span[0]) + 1,
    endLine: lines.rowOf(draft.span[0] + tree.text.slice(draft.span[0], end).trimEnd().length) + 1,
    loc: draft.loc,
    complexity: draft.complexity,
    oversize: draft.oversize,
    reads: facts?.reads ?? [],
    writes: facts?.writes ?? [],
    calls: [...calls],
    types: facts?.types ?? [],
  };
}
