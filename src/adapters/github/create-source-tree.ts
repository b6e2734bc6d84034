import type { SourceTree } from '#ports/github/source-tree.ts';
import { createCommit } from '#adapters/github/create-commit.ts';
import { createTreeReader } from '#adapters/github/create-tree-reader.ts';
import type { GitHubContext } from '#adapters/github/github-context.ts';
import { headOf, moveBranch } from '#adapters/github/move-branch.ts';
import { startRepository } from '#adapters/github/start-repository.ts';

/** The repository's content over GitHub's git data API. */
export function createSourceTree(context: GitHubContext): SourceTree {
  const reader = createTreeReader(context);
  return {
    headOf: (repository, branch) => headOf(context, repository, branch),
    list: (repository, commit) => reader.list(repository, commit),
    read: (repository, commit, paths) => reader.read(repository, commit, paths),
    async commit(repository, request) {
      if (request.parent === null) return startRepository(context, repository, request);
      const parentFiles = await reader.list(repository, request.parent);
      return createCommit(context, repository, { ...request, parentFiles });
    },
    moveBranch: (repository, branch, commit, expected, force = false) =>
      moveBranch(context, repository, { branch, commit, expected, force }),
  };
}
