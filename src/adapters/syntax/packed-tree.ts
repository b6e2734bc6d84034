import type { Language } from '#domain/atom/language.ts';
import type { Grammar, SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** A tree without its grammar, which cannot leave the thread that loaded it. */
export type PackedTree = Omit<SyntaxTree, 'grammar'>;

export function packTree(tree: SyntaxTree): PackedTree {
  const { path, text, language, count, errors, kind, field, start, end, parent, after } = tree;
  return { path, text, language, count, errors, kind, field, start, end, parent, after };
}

/** What of a packed tree can be handed to another thread without copying. */
export function buffersOf({ kind, field, start, end, parent, after }: PackedTree): ArrayBufferLike[] {
  return [kind, field, start, end, parent, after].map((array) => array.buffer);
}

export function unpackTree(packed: PackedTree, grammarOf: (language: Language) => Grammar): SyntaxTree {
  return { ...packed, grammar: grammarOf(packed.language) };
}
