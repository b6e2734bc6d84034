import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { Earlier } from '#domain/atom/kept-parts.ts';
import { createScopeStack } from '#domain/atom/names/create-scope-stack.ts';
import { keepOccurrences } from '#domain/atom/names/keep-occurrences.ts';
import type { NameTable, Scope } from '#domain/atom/names/name-table.ts';
import { useAt } from '#domain/atom/names/use-at.ts';
import { nameUse } from '#domain/atom/name-use.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** The identifiers of a file and its scopes, before anything is declared in them. */
export interface Occurrences {
  readonly scopes: Scope[];
  readonly nodes: number[];
  readonly uses: number[];
  readonly scopeOf: number[];
  readonly texts: string[];
}

/** Finds the identifiers and scopes of a file; of one that was read before an edit only those in what was not kept. */
export function findOccurrences(tree: SyntaxTree, earlier: Earlier<NameTable> | null): Occurrences {
  const found: Occurrences = { scopes: [], nodes: [], uses: [], scopeOf: [], texts: [] };
  if (earlier === null) {
    walk(tree, found, 0, tree.count);
    return found;
  }
  const keep = keepOccurrences(found, earlier);
  keep.head();
  walk(tree, found, earlier.kept.headNodes, earlier.kept.tailNodes);
  keep.tail();
  return found;
}

/** Adds what nodes `[from, to)` have: the whole file, or whole statements of it. */
function walk(tree: SyntaxTree, { scopes, nodes, uses, scopeOf, texts }: Occurrences, from: number, to: number): void {
  const stack = createScopeStack(tree, scopes);
  const { flags } = tree.grammar;
  const useOf = new Uint8Array(to - from);
  const useBefore = (node: number): number => (node < from ? nameUse.read : (useOf[node - from] ?? 0));
  const textAt = createTexts(tree);
  for (let node = from; node < to; node += 1) {
    const flag = flags[tree.kind[node] ?? 0] ?? 0;
    if ((flag & kindFlags.named) === 0) continue;
    const scope = stack.enter(node, flag);
    const use = useAt(tree, node, useBefore);
    useOf[node - from] = use;
    if ((flag & kindFlags.identifier) === 0 || use === nameUse.skip) continue;
    nodes.push(node);
    uses.push(use);
    texts.push(textAt(node));
    scopeOf.push(scope);
  }
}

/** The text of a node; equal texts are one object, for a name stands in many places. */
function createTexts(tree: SyntaxTree): (node: number) => string {
  const known = new Map<string, string>();
  return (node) => {
    const text = tree.text.slice(tree.start[node], tree.end[node]);
    const same = known.get(text);
    if (same === undefined) known.set(text, text);
    return same ?? text;
  };
}
