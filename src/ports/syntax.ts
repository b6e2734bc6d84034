import type { Language } from '#domain/atom/language.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** Parses source text. Grammars are loaded before the port is handed out, so parsing is synchronous. */
export interface Syntax {
  /** The language of a path, by its ending; null when MGE does not know it. */
  languageOf(path: string): Language | null;
  /** The tree of a file in flat arrays. Never throws on bad syntax: see `errors`. Throws MgeError for an unknown language. */
  parse(file: SourceFile): SyntaxTree;
}
