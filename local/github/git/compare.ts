import { GitFailure, readGit, runGit } from '#local/github/git/run-git.ts';

export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';
  readonly additions: number;
  readonly deletions: number;
  /** Blob SHA after the change; before it when the file was removed. */
  readonly sha: string;
  /** The hunks, without the file header; null for binary files. */
  readonly patch: string | null;
}

const statuses = { A: 'added', D: 'removed', M: 'modified', R: 'renamed', C: 'copied', T: 'changed' } as const;

function statusOf(letter: string): ChangedFile['status'] {
  return letter === 'A' || letter === 'D' || letter === 'R' || letter === 'C' || letter === 'T'
    ? statuses[letter]
    : 'modified';
}

/** The common ancestor, or null for unrelated histories. */
export async function mergeBase(gitDir: string, left: string, right: string): Promise<string | null> {
  try {
    return await readGit(gitDir, ['merge-base', left, right]);
  } catch (cause) {
    if (cause instanceof GitFailure) return null;
    throw cause;
  }
}

/** How many commits `right` has that `left` lacks, and the other way round. */
export async function countApart(
  gitDir: string,
  left: string,
  right: string,
): Promise<{ ahead: number; behind: number }> {
  const counts = await readGit(gitDir, ['rev-list', '--left-right', '--count', `${left}...${right}`]);
  const [behind = 0, ahead = 0] = counts.split('\t').map(Number);
  return { ahead, behind };
}

function patchesOf(diff: string): (string | null)[] {
  return diff
    .split(/^(?=diff --git )/m)
    .filter((part) => part.startsWith('diff --git '))
    .map((part) => {
      const start = part.search(/^@@ /m);
      return start < 0 ? null : part.slice(start).replace(/\n$/, '');
    });
}

/** The files that differ between two commits (or trees), with their patches. */
export async function changedFiles(gitDir: string, from: string, to: string): Promise<ChangedFile[]> {
  const range = ['-M', '--no-ext-diff', '--no-color', from, to, '--'];
  const [raw, numbers, diff] = await Promise.all([
    readGit(gitDir, ['diff', '--raw', '--abbrev=40', ...range]),
    readGit(gitDir, ['diff', '--numstat', ...range]),
    runGit(gitDir, ['diff', '-p', ...range]),
  ]);
  const counts = numbers.split('\n').map((line) =>
    line
      .split('\t')
      .slice(0, 2)
      .map((n) => Number(n) || 0),
  );
  const patches = patchesOf(diff.toString());
  return raw
    .split('\n')
    .filter((line) => line.startsWith(':'))
    .map((line, index) => {
      const [facts = '', first = '', second] = line.split('\t');
      const [, , before = '', after = '', letter = 'M'] = facts.split(' ');
      const [additions = 0, deletions = 0] = counts[index] ?? [];
      const status = statusOf(letter.charAt(0));
      const sha = status === 'removed' ? before : after;
      const previousPath = second === undefined ? null : first;
      return { path: second ?? first, previousPath, status, additions, deletions, sha, patch: patches[index] ?? null };
    });
}
