import { Edit, type Point, type Tree } from 'web-tree-sitter';
import { copyUnchanged, type Change } from '#adapters/syntax/copy-unchanged.ts';
import { flattenTree } from '#adapters/syntax/flatten-tree.ts';
import type { Language } from '#domain/atom/language.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { Grammar } from '#domain/atom/syntax-tree.ts';
import type { OpenFile, TextEdit } from '#ports/syntax.ts';

/** How files of one language are parsed; with the tree before an edit only what the edit touched is. */
export interface FileReader {
  readonly language: Language;
  readonly grammar: Grammar;
  readonly parse: (text: string, before: Tree | null) => Tree;
}

/** Keeps a file's tree in the parser's memory until it is closed. */
export function openFile({ path, text: given }: SourceFile, { language, grammar, parse }: FileReader): OpenFile {
  let kept = parse(given, null);
  let tree = flattenTree(kept, { path, text: given }, language, grammar);
  return {
    get tree() {
      return tree;
    },
    edit(edit) {
      const text = tree.text.slice(0, edit.start) + edit.text + tree.text.slice(edit.end);
      kept.edit(treeEdit(tree.text, text, edit));
      const next = parse(text, kept);
      const change = changeOf(kept, next, edit);
      kept.delete();
      kept = next;
      const file = { path, text };
      const patched = flattenTree(kept, file, language, grammar, copyUnchanged(tree, change));
      // What was copied is what the parser kept, or the count tells.
      tree = patched.count === kept.rootNode.descendantCount ? patched : flattenTree(kept, file, language, grammar);
      return tree;
    },
    close: () => kept.delete(),
  };
}

function treeEdit(before: string, after: string, { start, end, text }: TextEdit): Edit {
  const newEnd = start + text.length;
  const startPosition = pointAfter({ row: 0, column: 0 }, before, 0, start);
  return new Edit({
    startIndex: start,
    oldEndIndex: end,
    newEndIndex: newEnd,
    startPosition,
    oldEndPosition: pointAfter(startPosition, before, start, end),
    newEndPosition: pointAfter(startPosition, after, start, newEnd),
  });
}

/** The edit itself and all that the parser reads differently since. */
function changeOf(edited: Tree, next: Tree, { start, end, text }: TextEdit): Change {
  const ranges = edited.getChangedRanges(next);
  return {
    start: Math.min(start, ...ranges.map(({ startIndex }) => startIndex)),
    end: Math.max(start + text.length, ...ranges.map(({ endIndex }) => endIndex)),
    moved: text.length - (end - start),
  };
}

/** The point of an offset behind another one, of which it is known. */
function pointAfter({ row: rowBefore, column }: Point, text: string, from: number, offset: number): Point {
  let row = rowBefore;
  let lineStart = from - column;
  for (let at = text.indexOf('\n', from); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    row += 1;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}
