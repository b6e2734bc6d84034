import { readGit } from '#local/github/git/run-git.ts';

/** Where a comment stands in a file's patch. */
export interface DiffPlace {
  /** The hunk from its header to the commented line. */
  readonly hunk: string;
  /** Lines below the first hunk header, as the old `position` counts. */
  readonly position: number;
}

/** Finds a line in a patch by its number on one side; null when the diff does not show it. */
export function placeInPatch(patch: string, line: number, side: 'LEFT' | 'RIGHT'): DiffPlace | null {
  let left = 0;
  let right = 0;
  let hunk: string[] = [];
  for (const [position, text] of patch.split('\n').entries()) {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
    if (header) {
      left = Number(header[1]) - 1;
      right = Number(header[2]) - 1;
      hunk = [text];
      continue;
    }
    hunk.push(text);
    if (text.startsWith('\\')) continue;
    if (!text.startsWith('+')) left += 1;
    if (!text.startsWith('-')) right += 1;
    const shown = side === 'LEFT' ? !text.startsWith('+') && left === line : !text.startsWith('-') && right === line;
    if (shown) return { hunk: hunk.join('\n'), position };
  }
  return null;
}

/** Where a line of a file went between two commits; null when it was changed or taken out. */
export async function followLine(
  gitDir: string,
  { from, to, path, line }: { from: string; to: string; path: string; line: number },
): Promise<number | null> {
  const diff = await readGit(gitDir, ['diff', '-U0', '--no-color', from, to, '--', path]);
  let shift = 0;
  for (const header of diff.matchAll(/^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/gm)) {
    const start = Number(header[1]);
    const removed = Number(header[2] ?? 1);
    if (removed > 0 && line >= start && line < start + removed) return null;
    if (line > start || (removed > 0 && line >= start + removed)) shift += Number(header[3] ?? 1) - removed;
  }
  return line + shift;
}
