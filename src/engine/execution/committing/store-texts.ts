import type { SourceFile } from '#domain/atom/source-file.ts';
import type { BlobStore } from '#ports/blob-store.ts';

/** Stores texts; answers path → blob hash. */
export async function storeTexts(blobs: BlobStore, files: readonly SourceFile[]): Promise<Record<string, string>> {
  const hashes = await Promise.all(files.map(async ({ path, text }) => [path, await blobs.put(text)] as const));
  return Object.fromEntries(hashes);
}

/** The texts of path → blob hash, in the order of the record. */
export async function loadTexts(blobs: BlobStore, hashes: Readonly<Record<string, string>>): Promise<SourceFile[]> {
  return Promise.all(Object.entries(hashes).map(async ([path, hash]) => ({ path, text: await blobs.get(hash) })));
}
