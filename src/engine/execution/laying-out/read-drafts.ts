import { Draft } from '#domain/draft/draft.ts';
import type { Run } from '#domain/run/run.ts';
import type { BlobStore } from '#ports/blob-store.ts';

/** The drafts of a run by task. */
export async function readDrafts(run: Run, blobs: BlobStore): Promise<Map<string, Draft>> {
  const drafted = (run.plan?.tasks ?? []).flatMap(({ id, draft }) => (draft === null ? [] : [{ id, draft }]));
  const read = drafted.map(async ({ id, draft }) => [id, Draft.parse(JSON.parse(await blobs.get(draft)))] as const);
  return new Map(await Promise.all(read));
}
