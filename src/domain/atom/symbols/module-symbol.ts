import type { FoundSymbol } from '#domain/atom/symbols/symbol-table.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** The symbol that stands for a file's own top-level code; its stub is found when all others are known. */
export function moduleSymbol(tree: SyntaxTree, id: string): FoundSymbol {
  return {
    owner: 0,
    definition: null,
    facts: {
      id,
      file: tree.path,
      kind: 'module',
      name: id.slice(id.lastIndexOf('.') + 1),
      start: 0,
      end: tree.text.length,
      signature: '',
      exported: true,
      returnTypeKnown: true,
      stub: null,
    },
  };
}
