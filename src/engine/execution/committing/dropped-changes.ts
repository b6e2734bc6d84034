import type { Build } from '#domain/build/build.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { FileChange } from '#ports/github/source-tree.ts';

/** Takes files that a revised plan dropped off a tree, or puts back what stood there before the run. */
export async function droppedChanges(
  build: Build,
  blobs: BlobStore,
  present: ReadonlySet<string>,
): Promise<FileChange[]> {
  const dropped = Object.entries(build.dropped ?? {}).filter(([path]) => present.has(path));
  return Promise.all(
    dropped.map(async ([path, hash]) => ({ path, text: hash === null ? null : await blobs.get(hash) })),
  );
}
