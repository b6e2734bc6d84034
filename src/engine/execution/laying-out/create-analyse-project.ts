import type { Language } from '#domain/atom/language.ts';
import { Plan } from '#domain/plan/plan.ts';
import type { Perform } from '#domain/run/perform.ts';
import type { Run } from '#domain/run/run.ts';
import { collectDrafts } from '#engine/execution/laying-out/collect-drafts.ts';
import { createLayOut, type LayOutDependencies } from '#engine/execution/laying-out/create-lay-out.ts';
import { usableTasks } from '#engine/execution/laying-out/usable-tasks.ts';
import type { BlobStore } from '#ports/blob-store.ts';

export interface AnalyseProjectDependencies extends LayOutDependencies {
  /** The language of a path, by its ending; null for what is committed as a plain file. */
  readonly languageOf: (path: string) => Language | null;
}

/**
 * Joins the drafts of all tasks, takes them apart, and lays out the build: levels, stubs, tests, boundaries. While others are
 * still drafted: of those tasks that can be judged without them.
 */
export function createAnalyseProject(dependencies: AnalyseProjectDependencies): Perform<'analyse-project'> {
  const { blobs } = dependencies;
  const layOut = createLayOut(dependencies);
  return async (run, { part, tasks: asked }) => {
    const isCode = codeTest(run, dependencies);
    if (part === undefined || asked === undefined) return layOut(run, await collectDrafts(run, blobs), isCode);
    const known = new Set(run.ahead?.tasks);
    const usable = await usableOf(run, asked, blobs, isCode);
    if (usable.every((id) => known.has(id))) return { type: 'part-not-ready', part };
    const tasks = new Set([...known, ...usable]);
    return { ...(await layOut(run, await collectDrafts(run, blobs, tasks), isCode, true)), part, tasks: [...tasks] };
  };
}

async function usableOf(
  run: Run,
  asked: readonly string[],
  blobs: BlobStore,
  isCode: (path: string) => boolean,
): Promise<string[]> {
  if (run.plan === null) return [];
  const plan = Plan.parse(JSON.parse(await blobs.get(run.plan.blob)));
  const included = new Set(run.plan.tasks.filter((task) => task.included).map(({ id }) => id));
  return usableTasks(plan, await collectDrafts(run, blobs, new Set(asked)), { asked, included }, isCode);
}

function codeTest(run: Run, { languageOf }: AnalyseProjectDependencies): (path: string) => boolean {
  const languages = new Set<string>(run.settings.languages);
  return (path) => languages.has(languageOf(path) ?? '');
}
