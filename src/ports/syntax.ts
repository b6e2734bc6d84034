import type { Language } from '#domain/atom/language.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** `[start, end)` of a text gives way to another text. Offsets are UTF-16 code units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A file that is read once and then edited: only what an edit touches is parsed again. */
export interface OpenFile {
  readonly tree: SyntaxTree;
  /** The tree after the edit; {@link OpenFile.tree} is that one from now on. */
  edit(edit: TextEdit): SyntaxTree;
  /** Frees what the parser keeps. */
  close(): void;
}

/** A syntax that can keep files open. */
export interface EditableSyntax extends Syntax {
  open(file: SourceFile): OpenFile;
}

/** Parses source text. Grammars are loaded before the port is handed out, so parsing is synchronous. */
export interface Syntax {
  /** The language of a path, by its ending; null when MGE does not know it. */
  languageOf(path: string): Language | null;
  /** The tree of a file in flat arrays. Never throws on bad syntax: see `errors`. Throws MgeError for an unknown language. */
  parse(file: SourceFile): SyntaxTree;
}
