import type { Build } from '#domain/build/build.ts';
import type { Project } from '#domain/build/project.ts';
import { readProject } from '#domain/build/read-project.ts';
import { changedSymbols } from '#engine/execution/laying-out/changed-symbols.ts';
import { loadTexts } from '#engine/execution/committing/store-texts.ts';
import type { BlobStore } from '#ports/blob-store.ts';

/** Symbols of a project that has grown since its last part was analysed, whose own text is another, or new. */
export async function changedSince(
  build: Build,
  project: Project,
  texts: ReadonlyMap<string, string>,
  blobs: BlobStore,
): Promise<string[]> {
  const before = readProject(await blobs.get(build.analysis));
  const earlier = new Map((await loadTexts(blobs, build.files)).map(({ path, text }) => [path, text]));
  return changedSymbols({ project: before, texts: earlier }, { project, texts });
}

/** A part is not the whole system: what holds of that is checked when all is there. */
export function withoutSystem(project: Project): Project {
  return { ...project, boundaries: project.boundaries.filter(({ kind }) => kind !== 'system') };
}
