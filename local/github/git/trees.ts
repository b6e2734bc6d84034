import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readGit, runGit } from '#local/github/git/run-git.ts';

export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  /** Bytes; null for trees and submodules. */
  readonly size: number | null;
}

/** A change to a tree; a null SHA takes the path out. */
export interface TreeChange {
  readonly path: string;
  readonly mode: string;
  readonly sha: string | null;
}

/** The entries of a tree (or a commit's tree), its subtrees' too when recursive. */
export async function readTree(gitDir: string, treeish: string, recursive: boolean): Promise<TreeEntry[]> {
  const flags = recursive ? ['-r', '-t', '-l', '-z'] : ['-l', '-z'];
  const output = await runGit(gitDir, ['ls-tree', ...flags, treeish]);
  return output
    .toString()
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const [facts = '', path = ''] = line.split('\t');
      const [mode = '', kind = '', sha = '', size = '-'] = facts.split(/ +/);
      const type = kind === 'tree' || kind === 'commit' ? kind : 'blob';
      return { path, mode, type, sha, size: size === '-' ? null : Number(size) };
    });
}

/** Puts whole subtrees as their files: an index knows no trees. */
async function spreadSubtrees(gitDir: string, changes: readonly TreeChange[]): Promise<TreeChange[]> {
  const spread: TreeChange[] = [];
  for (const change of changes) {
    if (change.mode !== '040000' || change.sha === null) spread.push(change);
    else {
      const files = (await readTree(gitDir, change.sha, true)).filter((entry) => entry.type !== 'tree');
      spread.push(...files.map((file) => ({ path: `${change.path}/${file.path}`, mode: file.mode, sha: file.sha })));
    }
  }
  return spread;
}

/** Writes the tree that `changes` make of `base` (or of nothing) and gives its SHA. Rejects with GitFailure. */
export async function writeTree(gitDir: string, base: string | null, changes: readonly TreeChange[]): Promise<string> {
  const index = join(gitDir, `index-${randomUUID()}`);
  const env = { GIT_INDEX_FILE: index };
  try {
    await runGit(gitDir, base === null ? ['read-tree', '--empty'] : ['read-tree', base], { env });
    const lines = (await spreadSubtrees(gitDir, changes)).map((change) =>
      change.sha === null ? `0 ${'0'.repeat(40)}\t${change.path}\0` : `${change.mode} ${change.sha}\t${change.path}\0`,
    );
    await runGit(gitDir, ['update-index', '--replace', '-z', '--index-info'], { env, input: lines.join('') });
    return await readGit(gitDir, ['write-tree'], { env });
  } finally {
    await rm(index, { force: true });
  }
}
