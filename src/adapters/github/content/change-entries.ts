import type { FileChange, TreeEntry } from '#ports/github/source-tree.ts';
import { blobSha } from '#adapters/github/content/blob-sha.ts';
import { fileMode } from '#adapters/github/content/file-mode.ts';

/** The files of a commit that changes some of its parent's, sorted by path. */
export function changeEntries(parent: readonly TreeEntry[], changes: readonly FileChange[]): TreeEntry[] {
  const entries = new Map(parent.map((entry) => [entry.path, entry]));
  for (const { path, text } of changes) {
    if (text === null) entries.delete(path);
    else {
      const mode = fileMode(entries.get(path)?.mode);
      entries.set(path, { path, sha: blobSha(text), size: Buffer.byteLength(text), mode });
    }
  }
  return [...entries.values()].toSorted((one, other) => (one.path < other.path ? -1 : 1));
}
