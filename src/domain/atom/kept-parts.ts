import { commonHead, commonTail } from '#domain/atom/common-text.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { afterOf, endOf, startOf } from '#domain/atom/tree-navigation.ts';

/**
 * What an edit left of a file: top-level statements at its head and at its tail that have the same nodes and the same text as
 * before. Between them stands what is to be read anew.
 */
export interface KeptParts {
  /** Nodes from 1 up to here are those of the tree before; node 0, the file, is never kept. */
  readonly headNodes: number;
  /** Nodes from here on are those of the tree before, moved. */
  readonly tailNodes: number;
  /** By how much nodes of the tail have moved since. */
  readonly nodeShift: number;
  /** The text up to here is that of the text before, and from `tailText` on, moved by `textShift`. */
  readonly headText: number;
  readonly tailText: number;
  readonly textShift: number;
}

/** A file as it was read before an edit, and what of it still holds. */
export interface Earlier<Known> {
  readonly known: Known;
  readonly kept: KeptParts;
}

/** Compares the trees of a file before and after an edit. */
export function findKeptParts(before: SyntaxTree, after: SyntaxTree): KeptParts {
  const headText = commonHead(before.text, after.text);
  const textShift = after.text.length - before.text.length;
  const tailText = after.text.length - commonTail(before.text, after.text, headText);
  const texts = { headText, tailText, textShift };
  const nodeShift = after.count - before.count;
  // What a file's statements are depends on whether the file as a whole could be read.
  if (before.kind[0] !== after.kind[0]) return { headNodes: 1, tailNodes: after.count, nodeShift, ...texts };
  const headNodes = sameHead(before, after, headText);
  const tailNodes = sameTail(before, after, { from: headNodes, tailText, textShift });
  return { headNodes, tailNodes, nodeShift, ...texts };
}

/** A node of the tree before, as a node of the tree after; nodes of the head and `none` stay. */
export function moveNode({ headNodes, nodeShift }: KeptParts, node: number): number {
  return node < headNodes ? node : node + nodeShift;
}

/** An offset that what stands in the tail had, as it is now; 0 says that there is none. */
export function moveOffset({ textShift }: KeptParts, offset: number): number {
  return offset === 0 ? 0 : offset + textShift;
}

/** Whether nodes `[from, to)` of the tree after were kept, all at the same end. */
export function areKept({ headNodes, tailNodes }: KeptParts, from: number, to: number): boolean {
  return to <= headNodes || from >= tailNodes;
}

/** The first node of the file's own children that is another one than before, or holds another one. */
function sameHead(before: SyntaxTree, after: SyntaxTree, headText: number): number {
  let node = 1;
  while (node < after.count && node < before.count) {
    const next = afterOf(after, node);
    if (afterOf(before, node) !== next || endOf(after, node) > headText) break;
    if (!areSame(before, after, { from: node, to: next, nodeShift: 0, textShift: 0 })) break;
    node = next;
  }
  return node;
}

interface Tail {
  readonly from: number;
  readonly tailText: number;
  readonly textShift: number;
}

function sameTail(before: SyntaxTree, after: SyntaxTree, { from, tailText, textShift }: Tail): number {
  const nodeShift = after.count - before.count;
  let tail = after.count;
  for (const node of childrenFrom(after, from).toReversed()) {
    const isElsewhere = startOf(after, node) < tailText || node - nodeShift < from;
    if (isElsewhere || afterOf(before, node - nodeShift) + nodeShift !== afterOf(after, node)) break;
    if (!areSame(before, after, { from: node, to: afterOf(after, node), nodeShift, textShift })) break;
    tail = node;
  }
  return tail;
}

function childrenFrom(tree: SyntaxTree, from: number): number[] {
  const children: number[] = [];
  for (let node = from; node < tree.count; node = afterOf(tree, node)) children.push(node);
  return children;
}

interface Nodes {
  readonly from: number;
  readonly to: number;
  readonly nodeShift: number;
  readonly textShift: number;
}

function areSame(before: SyntaxTree, after: SyntaxTree, { from, to, nodeShift, textShift }: Nodes): boolean {
  const { kind, field, start, end, parent } = after;
  for (let node = from; node < to; node += 1) {
    const same = node - nodeShift;
    if (before.start[same] !== (start[node] ?? 0) - textShift || before.end[same] !== (end[node] ?? 0) - textShift)
      return false;
    if (before.kind[same] !== kind[node] || before.field[same] !== field[node]) return false;
    // A statement stood in the file itself before, too, and that has not moved.
    if (before.parent[same] !== (node === from ? 0 : (parent[node] ?? 0) - nodeShift)) return false;
  }
  return true;
}
