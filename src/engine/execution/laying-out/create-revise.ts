import type { SourceFile } from '#domain/atom/source-file.ts';
import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import type { Build } from '#domain/build/build.ts';
import type { Project } from '#domain/build/project.ts';
import type { Run } from '#domain/run/run.ts';
import { atomLimitsOf } from '#domain/settings/atom-limits.ts';
import { changedSymbols } from '#engine/execution/laying-out/changed-symbols.ts';
import { createBuildProject } from '#engine/execution/laying-out/create-build-project.ts';
import { readDrafts } from '#engine/execution/laying-out/read-drafts.ts';
import { loadTexts, storeTexts } from '#engine/execution/committing/store-texts.ts';
import type { BlobStore } from '#ports/blob-store.ts';

export interface Revision {
  readonly project: Project;
  /** Blob hash of the project. */
  readonly analysis: string;
  /** Path → blob hash of every file of the run. */
  readonly files: Record<string, string>;
  /** Symbols whose own text changed. */
  readonly changed: readonly string[];
}

export type Revise = (run: Run, build: Build, project: Project, fresh: readonly SourceFile[]) => Promise<Revision>;

/** Takes new texts for some of a run's files and analyses the project anew; its levels stay as they were. */
export function createRevise({ blobs, analyse }: { blobs: BlobStore; analyse: AnalyseSources }): Revise {
  const buildProject = createBuildProject({ analyse });
  return async (run, build, project, fresh) => {
    const files = { ...build.files, ...(await storeTexts(blobs, fresh)) };
    const touched = fresh.filter((file) => files[file.path] !== build.files[file.path]);
    if (touched.length === 0) return { project, analysis: build.analysis, files, changed: [] };
    const texts = new Map((await loadTexts(blobs, files)).map((file) => [file.path, file.text]));
    const originals = await loadTexts(blobs, project.originals);
    const around = new Map((await loadTexts(blobs, project.context)).map((file) => [file.path, file.text]));
    const tests = new Set(project.tests.map((test) => test.file));
    const built = await buildProject({
      code: [...texts].filter(([path]) => path in project.tasks).map(([path, text]) => ({ path, text })),
      tests: project.tests.map(({ file, kind, task, readable }) => {
        const text = texts.get(file) ?? around.get(file) ?? null;
        return { path: file, kind, task, text: readable ? text : null };
      }),
      context: [...around].filter(([path]) => !tests.has(path)).map(([path, text]) => ({ path, text })),
      originals: originals.filter((file) => file.path in project.tasks),
      tasks: project.tasks,
      levels: project.levels,
      limits: atomLimitsOf(run.settings),
      drafts: await readDrafts(run, blobs),
    });
    const next: Project = { ...built, originals: project.originals, context: project.context };
    const before = new Map((await loadTexts(blobs, build.files)).map((file) => [file.path, file.text]));
    const changed = changedSymbols({ project, texts: before }, { project: next, texts });
    return { project: next, analysis: await blobs.put(JSON.stringify(next)), files, changed };
  };
}
