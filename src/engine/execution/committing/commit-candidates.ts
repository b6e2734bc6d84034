import { commitDate } from '#domain/build/commit-date.ts';
import type { Batch, Build } from '#domain/build/build.ts';
import { candidateBranch } from '#domain/run/validation-run.ts';
import type { Run } from '#domain/run/run.ts';
import { droppedChanges } from '#engine/execution/committing/dropped-changes.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { FileChange, SourceTree } from '#ports/github/source-tree.ts';

/** Files that a revised plan dropped stand on the branch until its first level is committed: the candidates have them no more. */
export async function withoutDropped(
  tree: SourceTree,
  run: Run,
  build: Build,
  blobs: BlobStore,
): Promise<FileChange[]> {
  if (Object.keys(build.dropped ?? {}).length === 0) return [];
  const entries = await tree.list(run.repository, build.head);
  return droppedChanges(build, blobs, new Set(entries.map(({ path }) => path)));
}

/** Commits what is to be judged to the candidate branch; answers the commit. */
export async function commitCandidates(
  tree: SourceTree,
  run: Run,
  build: Build,
  batch: Batch,
  changes: FileChange[],
): Promise<string> {
  const branch = candidateBranch(run.issue.number);
  const sha = await tree.commit(run.repository, {
    parent: build.head,
    changes,
    message: `chore: candidates of batch ${batch.number}\n\nJudged by the validation workflow; never merged.\n\nMGE-Run: ${run.id}\nMGE-Batch: ${batch.key}\n`,
    date: commitDate(run, batch.number),
  });
  // MGE's own branch: wherever it is, it is overwritten.
  await tree.moveBranch(run.repository, branch, sha, null, true);
  return sha;
}
