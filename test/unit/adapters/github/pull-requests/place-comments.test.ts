import { describe, expect, it } from 'vitest';
import { diffRanges } from '#adapters/github/pull-requests/diff-ranges.ts';
import { placeComments } from '#adapters/github/pull-requests/place-comments.ts';

const patch = '@@ -1,3 +1,4 @@\n a\n+b\n c\n d\n@@ -20 +21,0 @@ fn()\n-gone\n@@ -30 +30 @@\n-x\n+y\n+@@ -1 +99,9 @@';

describe('diffRanges', () => {
  it('reads the hunks, those of one line and those without lines', () => {
    expect(diffRanges(patch)).toEqual([
      { start: 1, end: 4 },
      { start: 30, end: 30 },
    ]);
    expect(diffRanges('')).toEqual([]);
  });
});

describe('placeComments', () => {
  const at = (path: string, startLine: number, endLine: number) => ({
    path,
    startLine,
    endLine,
    body: '',
    marker: `${path}:${startLine}-${endLine}`,
  });

  it('puts a comment on lines only when one hunk shows them all', () => {
    const files = [
      { filename: 'a.ts', status: 'modified', patch },
      { filename: 'large.ts', status: 'modified' },
      { filename: 'gone.ts', status: 'removed', patch },
    ];
    const comments = [
      at('a.ts', 2, 4),
      at('a.ts', 30, 30),
      at('a.ts', 4, 30),
      at('a.ts', 5, 5),
      at('large.ts', 1, 1),
      at('gone.ts', 1, 1),
      at('other.ts', 1, 1),
    ];
    const placed = placeComments(comments, files);
    expect(placed.onLines.map(({ marker }) => marker)).toEqual(['a.ts:2-4', 'a.ts:30-30']);
    expect(placed.onFile.map(({ marker }) => marker)).toEqual(['a.ts:4-30', 'a.ts:5-5', 'large.ts:1-1']);
    expect(placed.elsewhere.map(({ marker }) => marker)).toEqual(['gone.ts:1-1', 'other.ts:1-1']);
  });
});
