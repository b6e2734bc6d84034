import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import type { Build } from '#domain/build/build.ts';
import type { Run } from '#domain/run/run.ts';
import { findPlaces } from '#engine/review/find-places.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export interface VersionDependencies {
  readonly blobs: BlobStore;
  readonly sourceTree: SourceTree;
  readonly analyse: AnalyseSources;
}

/** The symbol's text now, and the one before it: that of the latest candidate commit where it was another. */
export async function versionsOf(
  run: Run,
  build: Build,
  symbol: string,
  { blobs, sourceTree, analyse }: VersionDependencies,
): Promise<{ before: string | null; after: string } | null> {
  const file = build.symbols[symbol]?.file;
  const hash = file === undefined ? undefined : build.files[file];
  if (file === undefined || hash === undefined) return null;
  const textIn = async (text: string): Promise<string | null> =>
    (await findPlaces(analyse, [{ path: file, text }])).get(symbol)?.text ?? null;
  const after = await textIn(await blobs.get(hash));
  if (after === null) return null;
  for (const { sha } of build.batches.toReversed()) {
    if (sha === null) continue;
    const earlier = (await sourceTree.read(run.repository, sha, [file])).get(file);
    const before = earlier === undefined ? null : await textIn(earlier);
    if (before !== null && before !== after) return { before, after };
  }
  return { before: null, after };
}
