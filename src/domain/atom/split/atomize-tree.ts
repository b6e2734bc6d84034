import type { Atom, AtomLimits } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import { collectNames } from '#domain/atom/names/collect-names.ts';
import type { NameTable } from '#domain/atom/names/name-table.ts';
import type { AtomDraft } from '#domain/atom/split/atom-draft.ts';
import { collectAtomFacts, type AtomFacts } from '#domain/atom/split/atom-facts.ts';
import { labelAtoms, type AtomLabel } from '#domain/atom/split/atom-labels.ts';
import { createSplitContext, type SplitContext } from '#domain/atom/split/split-context.ts';
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

/** Reads the symbols and names of a parsed file. The path, without `root` (a folder), gives the symbols their dotted ids. */
export function readTree(tree: SyntaxTree, root: string): FileReading {
  return { symbols: collectSymbols(tree, root), names: collectNames(tree) };
}

/** The atoms of a parsed file. */
export function atomizeTree(tree: SyntaxTree, { symbols, names }: FileReading, limits: AtomLimits): FileAtoms {
  const context = createSplitContext(tree, symbols, names, limits);
  const drafts = splitFile(context);
  const labels = labelAtoms(tree, symbols, drafts);
  const facts = collectAtomFacts(tree, names, drafts);
  return {
    file: tree.path,
    language: tree.language,
    length: tree.text.length,
    parseErrors: tree.errors.length,
    errorLines: [...new Set(tree.errors.map((node) => context.lines.rowOf(startOf(tree, node)) + 1))],
    atoms: drafts.map((draft, index) => toAtom(context, symbols, { draft, labels, facts: facts[index], index })),
    symbols: symbols.symbols.map((symbol) => symbol.facts),
  };
}

interface Part {
  readonly draft: AtomDraft;
  readonly labels: readonly AtomLabel[];
  readonly facts: AtomFacts | undefined;
  readonly index: number;
}

function toAtom({ lines, tree }: SplitContext, symbols: SymbolTable, { draft, labels, facts, index }: Part): Atom {
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
    reads: sortedNames(facts?.reads),
    writes: sortedNames(facts?.writes),
    calls: sortedNames(facts?.calls),
    types: sortedNames(facts?.types),
  };
}

function sortedNames(names: ReadonlySet<string> | undefined): string[] {
  return names === undefined || names.size === 0 ? [] : [...names].sort();
}
