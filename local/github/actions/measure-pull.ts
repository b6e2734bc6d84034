import { changedFiles, countApart, mergeBase } from '#local/github/git/compare.ts';
import { mergeTrees } from '#local/github/git/merge.ts';
import type { PullStatistics } from '#local/github/state/pull-request.ts';

/** Counts what a pull request shows, from its two commits. */
export async function measurePull(gitDir: string, baseSha: string, headSha: string): Promise<PullStatistics> {
  const [base, apart, merged] = await Promise.all([
    mergeBase(gitDir, baseSha, headSha),
    countApart(gitDir, baseSha, headSha),
    mergeTrees(gitDir, baseSha, headSha),
  ]);
  const files = base === null ? [] : await changedFiles(gitDir, base, headSha);
  return {
    commits: apart.ahead,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: files.length,
    mergeable: base !== null && merged !== null,
  };
}
