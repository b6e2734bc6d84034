import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import type { Repository } from '#domain/run/repository.ts';
import type { CommitRequest, SourceTree } from '#ports/github/source-tree.ts';
import { createCommit } from '#adapters/github/content/create-commit.ts';
import { createTreeReader } from '#adapters/github/content/create-tree-reader.ts';
import { createLately } from '#adapters/github/client/create-lately.ts';
import type { GitHubContext } from '#adapters/github/client/github-context.ts';
import { headOf, moveBranch } from '#adapters/github/content/move-branch.ts';
import { startRepository } from '#adapters/github/content/start-repository.ts';

const MADE_COMMITS = 20;

/** The repository's content over GitHub's git data API. */
export function createSourceTree(context: GitHubContext): SourceTree {
  const reader = createTreeReader(context);
  /** Commits that this process made: an effect that is performed again makes the same one. */
  const made = new LRUCache<string, string>({ max: MADE_COMMITS });
  const lately = createLately<string | null>(context);
  return {
    headOf: (repository, branch, when = 'now') => {
      const ask = (): Promise<string | null> => headOf(context, repository, branch);
      return lately(`${repository.owner}/${repository.name}:${branch}`, ask, when === 'now');
    },
    list: async (repository, commit) => [...(await reader.tree(repository, commit)).entries],
    read: (repository, commit, paths) => reader.read(repository, commit, paths),
    async commit(repository, request) {
      if (request.parent === null) return startRepository(context, repository, request);
      const name = nameOf(repository, request);
      const before = made.get(name);
      if (before !== undefined) return before;
      const parent = await reader.tree(repository, request.parent);
      const commit = await createCommit(context, repository, request, parent);
      reader.remember(repository, { ...commit, parentFiles: parent.entries, changes: request.changes });
      made.set(name, commit.commit);
      return commit.commit;
    },
    moveBranch: (repository, branch, commit, expected, force = false) =>
      moveBranch(context, repository, { branch, commit, expected, force }),
  };
}

/** A commit is a function of what is asked for: its place, parent, message, date and texts. */
function nameOf({ owner, name }: Repository, request: CommitRequest): string {
  const { parent, message, date, changes } = request;
  const texts = changes.map(({ path, text }) => [path, text]);
  return createHash('sha256')
    .update(JSON.stringify([owner, name, parent, message, date.toISOString(), texts]))
    .digest('hex');
}
