import { signatureOf } from '#local/github/actions/signature-of.ts';
import { writeBlob } from '#local/github/git/blobs.ts';
import { writeCommit } from '#local/github/git/commits.ts';
import { moveRef, resolveSha, zeroSha } from '#local/github/git/refs.ts';
import { writeTree } from '#local/github/git/trees.ts';
import type { RefChange } from '#local/github/payloads/push-event.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

export interface FileCommit {
  readonly branch: string;
  /** Path → content; null takes the file out. */
  readonly files: Readonly<Record<string, string | Uint8Array | null>>;
  readonly message: string;
  /** The account itself, now, where left out. */
  readonly author?: Person | undefined;
  readonly committer?: Person | undefined;
}

interface Person {
  readonly name: string;
  readonly email: string;
  readonly date?: string | undefined;
}

/** Commits files on a branch (made from the default branch when new) and gives how its ref moved. */
export async function commitFiles(
  world: World,
  repository: Repository,
  user: User,
  change: FileCommit,
): Promise<RefChange> {
  const gitDir = world.gitDirOf(repository);
  const ref = `refs/heads/${change.branch}`;
  const before = await resolveSha(gitDir, ref);
  const parent = before ?? (await resolveSha(gitDir, `refs/heads/${repository.defaultBranch}`));
  const files = Object.entries(change.files).map(async ([path, content]) => ({
    path,
    mode: '100644',
    sha: content === null ? null : await writeBlob(gitDir, content),
  }));
  const tree = await writeTree(gitDir, parent, await Promise.all(files));
  const signature = signatureOf(world, user);
  const parents = parent === null ? [] : [parent];
  const after = await writeCommit(gitDir, {
    tree,
    parents,
    author: { ...signature, ...change.author, date: change.author?.date ?? signature.date },
    committer: { ...signature, ...change.committer, date: change.committer?.date ?? signature.date },
    message: change.message,
  });
  await moveRef(gitDir, ref, after, before ?? zeroSha);
  return { ref, before: before ?? zeroSha, after };
}
