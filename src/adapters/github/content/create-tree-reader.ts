import { LRUCache } from 'lru-cache';
import type { Repository } from '#domain/run/repository.ts';
import type { FileChange, TreeEntry } from '#ports/github/source-tree.ts';
import { blobSha } from '#adapters/github/content/blob-sha.ts';
import { changeEntries } from '#adapters/github/content/change-entries.ts';
import type { GitHubContext } from '#adapters/github/client/github-context.ts';
import { listTree, type CommitTree } from '#adapters/github/content/list-tree.ts';
import { readBlobs } from '#adapters/github/content/read-blobs.ts';

export interface TreeReader {
  /** The tree of a commit and all its files. */
  tree(repository: Repository, commit: string): Promise<CommitTree>;
  read(repository: Repository, commit: string, paths: readonly string[]): Promise<Map<string, string>>;
  /** Takes in what a commit that was just made holds, so that it need not be read back. */
  remember(repository: Repository, made: MadeCommit): void;
}

export interface MadeCommit {
  readonly commit: string;
  readonly tree: string;
  readonly parentFiles: readonly TreeEntry[];
  readonly changes: readonly FileChange[];
}

const LISTED_COMMITS = 20;
const CACHED_CHARACTERS = 32 * 1024 * 1024;
/** Larger files are data, not code that anybody would imitate. */
const LARGEST_FILE = 1024 * 1024;
const SYMBOLIC_LINK = '120000';

/** Reads commits. What a commit or a blob holds never changes, so both are kept a while. */
export function createTreeReader(context: GitHubContext): TreeReader {
  const trees = new LRUCache<string, CommitTree>({ max: LISTED_COMMITS });
  const texts = new LRUCache<string, { text: string | null }>({
    maxSize: CACHED_CHARACTERS,
    sizeCalculation: ({ text }) => 1 + (text?.length ?? 0),
  });
  const commitKey = ({ owner, name }: Repository, commit: string): string => `${owner}/${name}@${commit}`;
  const blobKey = ({ owner, name }: Repository, sha: string): string => `${owner}/${name}:${sha}`;

  async function tree(repository: Repository, commit: string): Promise<CommitTree> {
    const key = commitKey(repository, commit);
    const listed = trees.get(key) ?? (await listTree(context, repository, commit));
    trees.set(key, listed);
    return listed;
  }

  return {
    tree,
    async read(repository, commit, paths) {
      const wanted = new Set(paths);
      const { entries } = await tree(repository, commit);
      const files = entries.filter(
        (entry) => wanted.has(entry.path) && entry.mode !== SYMBOLIC_LINK && entry.size <= LARGEST_FILE,
      );
      const known = new Map(files.map(({ sha }) => [sha, texts.get(blobKey(repository, sha))]));
      const missing = files.filter(({ sha }) => known.get(sha) === undefined);
      for (const [sha, text] of await readBlobs(context, repository, missing)) {
        known.set(sha, { text });
        texts.set(blobKey(repository, sha), { text });
      }
      const read = files.map(({ path, sha }) => ({ path, text: known.get(sha)?.text ?? null }));
      return new Map(read.flatMap(({ path, text }) => (text === null ? [] : [[path, text]])));
    },
    remember(repository, { commit, tree: sha, parentFiles, changes }) {
      trees.set(commitKey(repository, commit), { sha, entries: changeEntries(parentFiles, changes) });
      for (const { text } of changes) if (text !== null) texts.set(blobKey(repository, blobSha(text)), { text });
    },
  };
}
