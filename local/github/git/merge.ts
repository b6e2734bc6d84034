import { GitFailure, readGit } from '#local/github/git/run-git.ts';

/** The tree that merging two commits gives, or null when they conflict. */
export async function mergeTrees(gitDir: string, into: string, from: string): Promise<string | null> {
  try {
    return await readGit(gitDir, ['merge-tree', '--write-tree', into, from]);
  } catch (cause) {
    if (cause instanceof GitFailure) return null;
    throw cause;
  }
}
