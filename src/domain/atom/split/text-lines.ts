import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { commentRanges, isSpace, lastAtMost, lineStarts } from '#domain/atom/split/text-scan.ts';
import type { Range } from '#domain/atom/split/atom-draft.ts';

/** Lines and comments of a file, for counting code and finding line borders. */
export interface TextLines {
  /** 0-based row of an offset. */
  rowOf(offset: number): number;
  /** The offset at which the row of an offset begins. */
  lineStart(offset: number): number;
  /** Lines with something of the given ranges that is neither blank nor comment. Ranges ascend and do not overlap. */
  codeLines(ranges: readonly Range[]): number;
  /** The offset after the rest of the line, if from here to its end there is only white space and comment; else the offset itself. */
  lineCut(offset: number, limit: number): number;
  /** The first offset from here that is neither white space nor comment (at most `limit`). */
  skipTrivia(offset: number, limit: number): number;
}

const newline = 10;

export function createTextLines(tree: SyntaxTree): TextLines {
  const { text } = tree;
  const starts = lineStarts(text);
  const comments = commentRanges(tree);
  const commentAt = (offset: number): number => {
    const index = lastAtMost(comments.starts, offset);
    const end = comments.ends[index] ?? 0;
    return index >= 0 && offset < end ? end : -1;
  };
  const skipTrivia = (from: number, limit: number, stopsAtNewline = false): number => {
    let offset = from;
    while (offset < limit) {
      const code = text.charCodeAt(offset);
      if (code === newline && stopsAtNewline) return offset;
      const end = isSpace(code) ? offset + 1 : commentAt(offset);
      if (end < 0) return offset;
      offset = Math.min(end, limit);
    }
    return offset;
  };
  const rowOf = (offset: number): number => lastAtMost(starts, offset);
  const hasCode = (from: number, to: number): boolean => skipTrivia(from, to) < to;
  const codeBefore = countCodeRows(starts, text.length, hasCode);
  return {
    rowOf,
    lineStart: (offset) => starts[rowOf(offset)] ?? 0,
    skipTrivia,
    codeLines: (ranges) => countRanges(ranges, { rowOf, hasCode, codeBefore, starts }),
    lineCut(offset, limit) {
      const end = skipTrivia(offset, limit, true);
      const onSameLine = end >= limit || text.charCodeAt(end) === newline;
      if (!onSameLine) return offset;
      const cut = end < limit ? end + 1 : limit;
      return rowOf(end) === rowOf(offset) ? cut : offset;
    },
  };
}

interface Counting {
  readonly rowOf: (offset: number) => number;
  readonly hasCode: (from: number, to: number) => boolean;
  /** Number of rows with code before each row. */
  readonly codeBefore: Uint32Array;
  readonly starts: readonly number[];
}

/** Full rows come from the table; the first and last row of a range are looked at, and a row is counted once. */
function countRanges(ranges: readonly Range[], { rowOf, hasCode, codeBefore, starts }: Counting): number {
  let count = 0;
  let counted = -1;
  for (const [start, end] of ranges) {
    if (end <= start) continue;
    const first = rowOf(start);
    const last = rowOf(end - 1);
    if (first !== counted && hasCode(start, Math.min(end, starts[first + 1] ?? end))) {
      count += 1;
      counted = first;
    }
    if (last === first) continue;
    count += (codeBefore[last] ?? 0) - (codeBefore[first + 1] ?? 0);
    if (!hasCode(starts[last] ?? 0, end)) continue;
    count += 1;
    counted = last;
  }
  return count;
}

function countCodeRows(
  starts: readonly number[],
  length: number,
  hasCode: (from: number, to: number) => boolean,
): Uint32Array {
  const codeBefore = new Uint32Array(starts.length + 1);
  starts.forEach((start, row) => {
    codeBefore[row + 1] = (codeBefore[row] ?? 0) + (hasCode(start, starts[row + 1] ?? length) ? 1 : 0);
  });
  return codeBefore;
}
