import PQueue from 'p-queue';
import type { Repository } from '#domain/run/repository.ts';
import type { TreeEntry } from '#ports/github/source-tree.ts';
import { decodeText } from '#adapters/github/decode-text.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/github-context.ts';
import { listTree } from '#adapters/github/list-tree.ts';
import { createRecentCache } from '#adapters/github/recent-cache.ts';

export interface TreeReader {
  list(repository: Repository, commit: string): Promise<TreeEntry[]>;
  read(repository: Repository, commit: string, paths: readonly string[]): Promise<Map<string, string>>;
}

const LISTED_COMMITS = 20;
const CACHED_CHARACTERS = 32 * 1024 * 1024;
/** Larger files are data, not code that anybody would imitate. */
const LARGEST_FILE = 1024 * 1024;
const REQUESTS_AT_ONCE = 10;
const SYMBOLIC_LINK = '120000';

/** Reads commits. What a commit or a blob holds never changes, so both are kept a while. */
export function createTreeReader(context: GitHubContext): TreeReader {
  const trees = createRecentCache<TreeEntry[]>(LISTED_COMMITS);
  const texts = createRecentCache<{ text: string | null }>(CACHED_CHARACTERS, ({ text }) => 1 + (text?.length ?? 0));
  const queue = new PQueue({ concurrency: REQUESTS_AT_ONCE });

  async function list(repository: Repository, commit: string): Promise<TreeEntry[]> {
    const key = `${repository.owner}/${repository.name}@${commit}`;
    const entries = trees.get(key) ?? (await listTree(context, repository, commit));
    trees.set(key, entries);
    return entries;
  }

  async function readBlob(repository: Repository, sha: string): Promise<string | null> {
    const key = `${repository.owner}/${repository.name}:${sha}`;
    const present = texts.get(key);
    if (present !== undefined) return present.text;
    const { rest } = clientFor(context, repository);
    const { data } = await queue.add(() => rest.git.getBlob({ ...locate(repository), file_sha: sha }));
    const text = decodeText(Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8'));
    texts.set(key, { text });
    return text;
  }

  return {
    list,
    async read(repository, commit, paths) {
      const wanted = new Set(paths);
      const entries = (await list(repository, commit)).filter(
        (entry) => wanted.has(entry.path) && entry.mode !== SYMBOLIC_LINK && entry.size <= LARGEST_FILE,
      );
      const read = entries.map(async ({ path, sha }) => ({ path, text: await readBlob(repository, sha) }));
      const files = await Promise.all(read);
      return new Map(files.flatMap(({ path, text }) => (text === null ? [] : [[path, text]])));
    },
  };
}
