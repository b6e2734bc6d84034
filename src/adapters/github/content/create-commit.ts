import type { Repository } from '#domain/run/repository.ts';
import type { CommitRequest, FileChange, TreeEntry } from '#ports/github/source-tree.ts';
import { commitIdentity } from '#adapters/github/content/commit-identity.ts';
import type { CommitTree } from '#adapters/github/content/list-tree.ts';
import { fileMode } from '#adapters/github/content/file-mode.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';

/** Entries in one request: beyond some hundreds of texts GitHub answers slowly, or not at all. */
const ENTRIES_PER_TREE = 250;

interface NewEntry {
  readonly path: string;
  readonly mode: '100644' | '100755';
  readonly type: 'blob';
  readonly content?: string;
  readonly sha?: null;
}

/** Makes a commit object: one request for the tree (texts inline) and one for the commit. No branch moves. */
export async function createCommit(
  context: GitHubContext,
  repository: Repository,
  request: CommitRequest,
  parentTree: CommitTree | null,
): Promise<{ commit: string; tree: string }> {
  const { rest } = clientFor(context, repository);
  const parents = request.parent === null ? [] : [request.parent];
  const entries = treeEntries(request.changes, parentTree?.entries ?? []);
  const tree = await createTree(context, repository, parentTree?.sha ?? null, entries);
  const identity = commitIdentity(request.date);
  const { data } = await rest.git.createCommit({
    ...locate(repository),
    message: request.message,
    tree,
    parents,
    author: identity,
    committer: identity,
  });
  return { commit: data.sha, tree };
}

async function createTree(
  context: GitHubContext,
  repository: Repository,
  base: string | null,
  entries: readonly NewEntry[],
): Promise<string> {
  const { rest } = clientFor(context, repository);
  let sha = base;
  for (let from = 0; from < entries.length; from += ENTRIES_PER_TREE) {
    const tree = entries.slice(from, from + ENTRIES_PER_TREE);
    const { data } = await rest.git.createTree({
      ...locate(repository),
      tree,
      ...(sha === null ? {} : { base_tree: sha }),
    });
    sha = data.sha;
  }
  // A commit that changes nothing stands on its parent's tree; a first commit without files, on the empty tree.
  return sha ?? '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
}

/** A changed file keeps its mode; what is not there needs no deletion (GitHub would refuse it). */
function treeEntries(changes: readonly FileChange[], files: readonly TreeEntry[]): NewEntry[] {
  const modes = new Map(files.map((file) => [file.path, file.mode]));
  return changes.flatMap(({ path, text }): NewEntry[] => {
    const mode = fileMode(modes.get(path));
    if (text !== null) return [{ path, mode, type: 'blob', content: text }];
    return modes.has(path) ? [{ path, mode, type: 'blob', sha: null }] : [];
  });
}
