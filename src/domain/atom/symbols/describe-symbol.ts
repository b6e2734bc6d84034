import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { Definition } from '#domain/atom/symbols/definition.ts';
import { normalizeSignature } from '#domain/atom/symbols/normalize-signature.ts';
import type { FoundSymbol } from '#domain/atom/symbols/symbol-table.ts';
import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { afterOf, endOf, hasFlag, startOf } from '#domain/atom/tree-navigation.ts';

/** Where a definition stands among the symbols of its file. */
export interface SymbolPlace {
  readonly id: string;
  /** The symbol around it. */
  readonly owner: FoundSymbol | undefined;
  /** Names inside the file that statements elsewhere in it export. */
  readonly exported: ReadonlySet<string>;
}

/** The facts of one definition. */
export function describeSymbol(
  tree: SyntaxTree,
  definition: Definition,
  { id, owner, exported }: SymbolPlace,
): SymbolFacts {
  const start = startOf(tree, definition.node);
  const ownerHidden = owner?.facts.kind === 'class' && !owner.facts.exported;
  return {
    id,
    file: tree.path,
    kind: definition.kind,
    name: definition.name,
    start,
    end: endOf(tree, definition.node),
    signature: normalizeSignature(headerOf(tree, definition)),
    exported: (definition.exported || exported.has(definition.name)) && !ownerHidden,
    returnTypeKnown: definition.returnTypeKnown,
    stub: stubOf(tree, definition, id),
  };
}

/** The text of a definition up to its body, without comments. */
function headerOf(tree: SyntaxTree, { node: root, headerEnd }: Definition): string {
  let text = '';
  let from = startOf(tree, root);
  for (let node = root; node < afterOf(tree, root) && startOf(tree, node) < headerEnd; node += 1) {
    if (!hasFlag(tree, node, kindFlags.comment)) continue;
    text += `${tree.text.slice(from, startOf(tree, node))} `;
    from = endOf(tree, node);
  }
  return text + tree.text.slice(from, Math.max(from, headerEnd));
}

function stubOf(tree: SyntaxTree, definition: Definition, id: string): SymbolFacts['stub'] {
  if (definition.stub === null) return null;
  const { start, end, before, after } = definition.stub;
  return { start, end, text: `${before}${tree.grammar.rules.notGenerated(id)}${after}` };
}
