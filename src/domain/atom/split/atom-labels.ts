import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SymbolTable } from '#domain/atom/symbols/symbol-table.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { afterOf, hasFlag, startOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { AtomDraft } from '#domain/atom/split/atom-draft.ts';

export interface AtomLabel {
  readonly id: string;
  readonly name: string;
}

/**
 * Names for the atoms of a file. A symbol's first atom has the symbol's id; others add what they begin with
 * (`src.money.split.splitEqually/for-share`). So an edit elsewhere in the file leaves an id as it is.
 */
export function labelAtoms(
  symbols: SymbolTable,
  drafts: readonly AtomDraft[],
  anchors: readonly string[],
): AtomLabel[] {
  const taken = new Set<string>();
  const count = new Map<string, number>();
  return drafts.map((draft, index) => {
    const symbol = symbols.symbols[draft.symbol]?.facts;
    const symbolId = symbol?.id ?? '';
    const isMain = isMainAtom(symbols, draft);
    const anchor = anchors[index] ?? '';
    const base = isMain ? symbolId : `${symbolId}/${anchor}`;
    let id = base;
    for (let next = (count.get(base) ?? 1) + 1; taken.has(id); next += 1) {
      id = `${base}.${next}`;
      count.set(base, next);
    }
    taken.add(id);
    return { id, name: isMain ? (symbol?.name ?? '') : anchor };
  });
}

/** What each draft begins with; nothing for those that have their symbol's name. */
export function anchorsOf(
  tree: SyntaxTree,
  symbols: SymbolTable,
  drafts: readonly AtomDraft[],
  before: readonly string[],
): string[] {
  return drafts.map((draft) => {
    if (draft.same >= 0) return before[draft.same] ?? '';
    return isMainAtom(symbols, draft) ? '' : anchorOf(tree, draft);
  });
}

function isMainAtom({ byNode }: SymbolTable, { parent, node, symbol }: AtomDraft): boolean {
  return parent < 0 || byNode.get(node) === symbol;
}

/** The first words of an atom's text: a keyword or kind and up to two names. */
function anchorOf(tree: SyntaxTree, draft: AtomDraft): string {
  const words: string[] = [];
  const to = afterOf(tree, draft.node);
  const end = draft.ranges[0]?.[1] ?? draft.span[1];
  for (let node = draft.node; node < to && words.length < 3; node += 1) {
    if (startOf(tree, node) >= end) break;
    const isLeaf = afterOf(tree, node) === node + 1;
    if (!isLeaf || hasFlag(tree, node, kindFlags.comment)) continue;
    const word = /^[\p{L}_$#@][\p{L}\p{N}_$]*$/u.exec(textOf(tree, node).slice(0, 24));
    if (word !== null) words.push(word[0]);
  }
  return words.length > 0 ? words.join('-') : draft.kind;
}
