import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ObjectReader } from '#local/github/git/object-reader.ts';
import { GitFailure, runGitScript } from '#local/github/git/run-git.ts';

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

/**
 * The entries of a tree (or a commit's tree), its subtrees' too when recursive (each before what it holds). Rejects with
 * GitFailure when there is no such tree.
 */
export async function readTree(gitDir: string, treeish: string, recursive: boolean): Promise<TreeEntry[]> {
  const objects = ObjectReader.of(gitDir);
  const tree = await objects.read(`${treeish}^{tree}`);
  if (tree === null) throw new GitFailure(['cat-file'], 128, Buffer.alloc(0), `no tree ${treeish}`);
  const read = parseTree(tree.content).map(async ({ mode, path, sha }): Promise<TreeEntry[]> => {
    if (mode === SUBMODULE) return [{ path, mode, type: 'commit', sha, size: null }];
    if (mode !== SUBTREE) return [{ path, mode, type: 'blob', sha, size: (await objects.find(sha))?.size ?? null }];
    const below = recursive ? await readTree(gitDir, sha, true) : [];
    const inside = below.map((entry) => ({ ...entry, path: `${path}/${entry.path}` }));
    return [{ path, mode, type: 'tree', sha, size: null }, ...inside];
  });
  return (await Promise.all(read)).flat();
}

const SUBTREE = '040000';
const SUBMODULE = '160000';
const SHA_BYTES = 20;

/** A tree object: `<mode> <name>`, a zero byte and the SHA's bytes, for each entry. */
function parseTree(content: Buffer): { readonly mode: string; readonly path: string; readonly sha: string }[] {
  const entries = [];
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(' ', at);
    const zero = content.indexOf(0, space);
    entries.push({
      mode: content.toString('latin1', at, space).padStart(SUBTREE.length, '0'),
      path: content.toString('utf8', space + 1, zero),
      sha: content.toString('hex', zero + 1, zero + 1 + SHA_BYTES),
    });
    at = zero + 1 + SHA_BYTES;
  }
  return entries;
}

/** Puts whole subtrees as their files: an index knows no trees. */
async function spreadSubtrees(gitDir: string, changes: readonly TreeChange[]): Promise<TreeChange[]> {
  const spread: TreeChange[] = [];
  for (const change of changes) {
    if (change.mode !== SUBTREE || change.sha === null) spread.push(change);
    else {
      const files = (await readTree(gitDir, change.sha, true)).filter((entry) => entry.type !== 'tree');
      spread.push(...files.map((file) => ({ path: `${change.path}/${file.path}`, mode: file.mode, sha: file.sha })));
    }
  }
  return spread;
}

/** The parameters say what the index begins with; standard input, what changes in it. */
const WRITE_TREE = 'git read-tree "$@" && git update-index --replace -z --index-info && git write-tree';

/** Writes the tree that `changes` make of `base` (or of nothing) and gives its SHA. Rejects with GitFailure. */
export async function writeTree(gitDir: string, base: string | null, changes: readonly TreeChange[]): Promise<string> {
  const index = join(gitDir, `index-${randomUUID()}`);
  const lines = (await spreadSubtrees(gitDir, changes)).map((change) =>
    change.sha === null ? `0 ${'0'.repeat(40)}\t${change.path}\0` : `${change.mode} ${change.sha}\t${change.path}\0`,
  );
  try {
    const written = await runGitScript(gitDir, WRITE_TREE, [base ?? '--empty'], {
      env: { GIT_INDEX_FILE: index },
      input: lines.join(''),
    });
    return written.toString().trim();
  } finally {
    await rm(index, { force: true });
  }
}
