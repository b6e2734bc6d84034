import type { Repository } from '#domain/run/repository.ts';
import type { TreeEntry } from '#ports/github/source-tree.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';

export interface CommitTree {
  readonly sha: string;
  readonly entries: readonly TreeEntry[];
}

/** All files of a commit, sorted by path as GitHub gives them. Submodules are left out. */
export async function listTree(context: GitHubContext, repository: Repository, commit: string): Promise<CommitTree> {
  const { rest } = clientFor(context, repository);
  const { data } = await rest.git.getCommit({ ...locate(repository), commit_sha: commit });
  return { sha: data.tree.sha, entries: await walk(context, repository, data.tree.sha, '') };
}

/** One request for a whole tree; where that is too large for one answer, one per folder. */
async function walk(context: GitHubContext, repository: Repository, sha: string, folder: string): Promise<TreeEntry[]> {
  const { rest } = clientFor(context, repository);
  const place = { ...locate(repository), tree_sha: sha };
  const { data: whole } = await rest.git.getTree({ ...place, recursive: '1' });
  if (!whole.truncated) return whole.tree.flatMap((entry) => fileEntry(entry, folder));
  const { data: level } = await rest.git.getTree(place);
  const files = level.tree.flatMap((entry) => fileEntry(entry, folder));
  for (const entry of level.tree) {
    if (entry.type !== 'tree') continue;
    files.push(...(await walk(context, repository, entry.sha, `${folder}${entry.path}/`)));
  }
  return files;
}

interface RawEntry {
  readonly path: string;
  readonly type: string;
  readonly sha: string;
  readonly mode: string;
  readonly size?: number;
}

function fileEntry({ path, type, sha, mode, size }: RawEntry, folder: string): TreeEntry[] {
  return type === 'blob' ? [{ path: `${folder}${path}`, sha, mode, size: size ?? 0 }] : [];
}
