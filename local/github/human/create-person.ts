import { commitFiles, type FileCommit } from '#local/github/actions/commit-files.ts';
import { followRef } from '#local/github/actions/follow-ref.ts';
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
  return {
    login: user.login,
    ...createTalk(world, repository, user),
    ...createReviewing(world, repository, user),
    /** Commits several files on a branch; gives the commit's SHA. */
    commitFiles: commit,
    /** Commits one file on a branch, as a push by this person; gives the commit's SHA. */
    commitFile: (branch: string, path: string, text: string | null, message: string): Promise<string> =>
      commit({ branch, files: { [path]: text }, message }),
  };
}
