/** Lines of the new text that one hunk shows, first and last. */
export interface DiffRange {
  readonly start: number;
  readonly end: number;
}

/** The hunks of a patch as GitHub gives it; only in one of them can a line comment stand. */
export function diffRanges(patch: string): DiffRange[] {
  return [...patch.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm)].flatMap(([, first, count]) => {
    const start = Number(first);
    const lines = count === undefined ? 1 : Number(count);
    return lines === 0 ? [] : [{ start, end: start + lines - 1 }];
  });
}
