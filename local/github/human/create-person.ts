import { commitFiles, type FileCommit } from '#local/github/actions/commit-files.ts';
import { followRef } from '#local/github/actions/follow-ref.ts';
import { moveRef, removeRef, resolveSha, zeroSha } from '#local/github/git/refs.ts';
import { checkWrite } from '#local/github/human/check-write.ts';
import { createReviewing } from '#local/github/human/create-reviewing.ts';
import { createTalk } from '#local/github/human/create-talk.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

/** A person at work in one repository, through the web pages. Each act is told as a webhook with them as its sender. */
export type Person = ReturnType<typeof createPerson>;

/** Everything a person does in a repository. */
export function createPerson(world: World, repository: Repository, user: User) {
  const commit = async (change: FileCommit): Promise<string> => {
    checkWrite(repository, user);
    const moved = await commitFiles(world, repository, user, change);
    await followRef(world, repository, user, moved);
    return moved.after;
  };
  const moveBranch = async (branch: string, to: string | null): Promise<void> => {
    checkWrite(repository, user);
    const gitDir = world.gitDirOf(repository);
    const ref = `refs/heads/${branch}`;
    const before = (await resolveSha(gitDir, ref)) ?? zeroSha;
    const after = to === null ? zeroSha : ((await resolveSha(gitDir, to)) ?? zeroSha);
    await (after === zeroSha ? removeRef(gitDir, ref) : moveRef(gitDir, ref, after, before));
    await followRef(world, repository, user, { ref, before, after });
  };
  return {
    login: user.login,
    ...createTalk(world, repository, user),
    ...createReviewing(world, repository, user),
    /** Commits several files on a branch; gives the commit's SHA. */
    commitFiles: commit,
    /** Deletes a branch. */
    deleteBranch: (branch: string): Promise<void> => moveBranch(branch, null),
    /** Pushes an older commit over a branch, by force. */
    forcePush: (branch: string, to: string): Promise<void> => moveBranch(branch, to),
    /** Commits one file on a branch, as a push by this person; gives the commit's SHA. */
    commitFile: (branch: string, path: string, text: string | null, message: string): Promise<string> =>
      commit({ branch, files: { [path]: text }, message }),
  };
}
