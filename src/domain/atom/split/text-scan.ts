import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** Offsets at which lines begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Where comments begin and end, in order. */
export function commentRanges(tree: SyntaxTree): { starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  const { kind, count, grammar } = tree;
  for (let node = 0; node < count; node += 1) {
    if (((grammar.flags[kind[node] ?? 0] ?? 0) & kindFlags.comment) === 0) continue;
    starts.push(tree.start[node] ?? 0);
    ends.push(tree.end[node] ?? 0);
  }
  return { starts, ends };
}

/** Index of the last entry that is at most the value, -1 when there is none. Entries ascend. */
export function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xfeff || code === 0xa0;
}
