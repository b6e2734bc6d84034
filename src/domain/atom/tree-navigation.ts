import { kindFlags } from '#domain/atom/kind-flags.ts';
import { none, type SyntaxTree } from '#domain/atom/syntax-tree.ts';

export function kindName(tree: SyntaxTree, node: number): string {
  return tree.grammar.kindNames[tree.kind[node] ?? 0] ?? '';
}

export function hasFlag(tree: SyntaxTree, node: number, flag: number): boolean {
  return ((tree.grammar.flags[tree.kind[node] ?? 0] ?? 0) & flag) !== 0;
}

export function startOf(tree: SyntaxTree, node: number): number {
  return tree.start[node] ?? 0;
}

export function endOf(tree: SyntaxTree, node: number): number {
  return tree.end[node] ?? 0;
}

export function afterOf(tree: SyntaxTree, node: number): number {
  return tree.after[node] ?? node + 1;
}

export function parentOf(tree: SyntaxTree, node: number): number {
  return tree.parent[node] ?? none;
}

export function textOf(tree: SyntaxTree, node: number): string {
  return tree.text.slice(tree.start[node], tree.end[node]);
}

/** Whether a node's text is a word; makes no text, for it is asked of very many nodes. */
export function hasText(tree: SyntaxTree, node: number, word: string): boolean {
  const start = startOf(tree, node);
  return endOf(tree, node) - start === word.length && tree.text.startsWith(word, start);
}

/** All children, anonymous tokens included. */
export function childrenOf(tree: SyntaxTree, node: number): number[] {
  const children: number[] = [];
  const end = afterOf(tree, node);
  for (let child = node + 1; child < end; child = afterOf(tree, child)) children.push(child);
  return children;
}

/** Named children without comments. */
export function partsOf(tree: SyntaxTree, node: number): number[] {
  const { kind, after, grammar } = tree;
  const parts: number[] = [];
  const end = afterOf(tree, node);
  for (let child = node + 1; child < end; child = after[child] ?? end) {
    const flags = grammar.flags[kind[child] ?? 0] ?? 0;
    if ((flags & (kindFlags.named | kindFlags.comment)) === kindFlags.named) parts.push(child);
  }
  return parts;
}

/** The first child in a field, or {@link none}. */
export function childInField(tree: SyntaxTree, node: number, field: string): number {
  const wanted = tree.grammar.fields.get(field);
  if (wanted === undefined || node < 0) return none;
  const end = afterOf(tree, node);
  for (let child = node + 1; child < end; child = afterOf(tree, child)) if (tree.field[child] === wanted) return child;
  return none;
}

/** All children in a field, without the commas between them. */
export function childrenInField(tree: SyntaxTree, node: number, field: string): number[] {
  const wanted = tree.grammar.fields.get(field);
  return partsOf(tree, node).filter((child) => tree.field[child] === wanted);
}

/** The first child of a kind (named or token), or {@link none}. */
export function childOfKind(tree: SyntaxTree, node: number, ...kinds: readonly string[]): number {
  if (node < 0) return none;
  const end = afterOf(tree, node);
  for (let child = node + 1; child < end; child = afterOf(tree, child))
    if (kinds.includes(kindName(tree, child))) return child;
  return none;
}
