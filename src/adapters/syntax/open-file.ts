import { Edit, type Point, type Tree } from 'web-tree-sitter';
import { flattenTree } from '#adapters/syntax/flatten-tree.ts';
import type { Language } from '#domain/atom/language.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { Grammar } from '#domain/atom/syntax-tree.ts';
import type { OpenFile } from '#ports/syntax.ts';

/** How files of one language are parsed; with the tree before an edit only what the edit touched is. */
export interface FileReader {
  readonly language: Language;
  readonly grammar: Grammar;
  readonly parse: (text: string, before: Tree | null) => Tree;
}

/** Keeps a file's tree in the parser's memory until it is closed. */
export function openFile({ path, text: given }: SourceFile, { language, grammar, parse }: FileReader): OpenFile {
  let text = given;
  let kept = parse(text, null);
  let tree = flattenTree(kept, { path, text }, language, grammar);
  return {
    get tree() {
      return tree;
    },
    edit({ start, end, text: inserted }) {
      const after = text.slice(0, start) + inserted + text.slice(end);
      const newEnd = start + inserted.length;
      kept.edit(
        new Edit({
          startIndex: start,
          oldEndIndex: end,
          newEndIndex: newEnd,
          startPosition: pointAt(text, start),
          oldEndPosition: pointAt(text, end),
          newEndPosition: pointAt(after, newEnd),
        }),
      );
      const next = parse(after, kept);
      kept.delete();
      kept = next;
      text = after;
      tree = flattenTree(kept, { path, text }, language, grammar);
      return tree;
    },
    close: () => kept.delete(),
  };
}

function pointAt(text: string, offset: number): Point {
  let row = 0;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    row += 1;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}
