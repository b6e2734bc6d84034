import type { Build } from '#domain/build/build.ts';
import type { Project } from '#domain/build/project.ts';
import { readProject } from '#domain/build/read-project.ts';
import type { SymbolState } from '#domain/build/symbol-state.ts';
import type { Run } from '#domain/run/run.ts';
import type { Drafted, DraftedFile } from '#engine/execution/laying-out/collect-drafts.ts';
import { loadTexts } from '#engine/execution/committing/store-texts.ts';
import { untouchedSymbols, type Untouched } from '#engine/execution/laying-out/untouched-symbols.ts';
import type { BlobStore } from '#ports/blob-store.ts';

/**
 * Drafts, with the newest texts of tasks that a revision of the plan kept, or that were judged ahead of the others: what was
 * repaired or edited since stays so.
 */
export async function withBuiltTexts(run: Run, drafted: Drafted, blobs: BlobStore): Promise<Drafted> {
  const { build } = run;
  if (build === null) return drafted;
  const kept = new Set(run.ahead?.tasks ?? run.plan?.tasks.filter((task) => task.kept === true).map(({ id }) => id));
  const built = new Map((await loadTexts(blobs, build.files)).map(({ path, text }) => [path, text]));
  const newest = <T extends DraftedFile>(files: readonly T[]): T[] =>
    files.flatMap((file) => {
      if (!kept.has(file.task)) return [file];
      const text = built.get(file.path);
      // A person deleted it: it stays away.
      return text === undefined ? [] : [{ ...file, text }];
    });
  return { files: newest(drafted.files), tests: newest(drafted.tests) };
}

/** What of the build before stays as it is under the revised project. */
export async function findUntouched(
  build: Build,
  project: Project,
  texts: ReadonlyMap<string, string>,
  blobs: BlobStore,
): Promise<Untouched> {
  const before = readProject(await blobs.get(build.analysis));
  const earlier = new Map((await loadTexts(blobs, build.files)).map(({ path, text }) => [path, text]));
  return untouchedSymbols({ project: before, texts: earlier }, { project, texts }, build.symbols);
}

/** Fresh states, but for untouched symbols; what a person decided about an affected one is remembered. */
export function carryStates(fresh: readonly SymbolState[], build: Build, untouched: Untouched): SymbolState[] {
  return fresh.map((state) => {
    const before = build.symbols[state.id];
    if (before === undefined) return state;
    const { level, dependents, task, file } = state;
    if (untouched.ids.has(state.id)) return { ...before, level, dependents, task, file };
    return before.decision === 'edited' ? { ...state, attempts: before.attempts, decision: 'edited' } : state;
  });
}

/** Files of the build before that are not written any more: path → blob of what stood there before the run, or null. */
export async function droppedFiles(
  build: Build,
  written: ReadonlySet<string>,
  blobs: BlobStore,
): Promise<Record<string, string | null>> {
  const { originals } = readProject(await blobs.get(build.analysis));
  const paths = [...Object.keys(build.files), ...Object.keys(build.dropped ?? {})].filter((path) => !written.has(path));
  return Object.fromEntries(paths.map((path) => [path, originals[path] ?? build.dropped?.[path] ?? null]));
}
