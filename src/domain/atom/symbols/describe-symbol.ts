import type { Definition } from '#domain/atom/symbols/definition.ts';
import type { FoundSymbol } from '#domain/atom/symbols/symbol-table.ts';
import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { endOf, startOf } from '#domain/atom/tree-navigation.ts';

/** Where a definition stands among the symbols of its file. */
export interface SymbolPlace {
  readonly id: string;
  /** The symbol around it. */
  readonly owner: FoundSymbol | undefined;
  /** Names inside the file that statements elsewhere in it export. */
  readonly exported: ReadonlySet<string>;
  readonly signature: string;
}

/** The facts of one definition. */
export function describeSymbol(
  tree: SyntaxTree,
  definition: Definition,
  { id, owner, exported, signature }: SymbolPlace,
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
    signature,
    exported: (definition.exported || exported.has(definition.name)) && !ownerHidden,
    returnTypeKnown: definition.returnTypeKnown,
    stub: stubOf(tree, definition, id),
  };
}

function stubOf(tree: SyntaxTree, definition: Definition, id: string): SymbolFacts['stub'] {
  if (definition.stub === null) return null;
  const { start, end, before, after } = definition.stub;
  return { start, end, text: `${before}${tree.grammar.rules.notGenerated(id)}${after}` };
}
