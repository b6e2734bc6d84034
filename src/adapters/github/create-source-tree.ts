import type { SourceTree } from '#ports/github/source-tree.ts';
import { createCommit } from '#adapters/github/create-commit.ts';
import { createTreeReader } from '#adapters/github/create-tree-reader.ts';
import { createLately } from '#adapters/github/create-lately.ts';
import type { GitHubContext } from '#adapters/github/github-context.ts';
import { headOf, moveBranch } from '#adapters/github/move-branch.ts';
import { startRepository } from '#adapters/github/start-repository.ts';

/** The repository's content over GitHub's git data API. */
export function createSourceTree(context: GitHubContext): SourceTree {
  const reader = createTreeReader(context);
  const lately = createLately<string | null>(context);
  return {
    headOf: (repository, branch, when = 'now') => {
      const ask = (): Promise<string | null> => headOf(context, repository, branch);
      return when === 'now' ? ask() : lately(`${repository.owner}/${repository.name}:${branch}`, ask);
    },
    list: async (repository, commit) => [...(await reader.tree(repository, commit)).entries],
    read: (repository, commit, paths) => reader.read(repository, commit, paths),
    async commit(repository, request) {
      if (request.parent === null) return startRepository(context, repository, request);
      const parent = await reader.tree(repository, request.parent);
      const made = await createCommit(context, repository, request, parent);
      reader.remember(repository, { ...made, parentFiles: parent.entries, changes: request.changes });
      return made.commit;
    },
    moveBranch: (repository, branch, commit, expected, force = false) =>
      moveBranch(context, repository, { branch, commit, expected, force }),
  };
}
