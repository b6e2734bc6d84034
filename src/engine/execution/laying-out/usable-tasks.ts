import { findImportedPaths } from '#domain/build/find-imported-paths.ts';
import { tasksOf, type Plan, type PlannedTask } from '#domain/plan/plan.ts';
import type { Drafted, DraftedFile } from '#engine/execution/laying-out/collect-drafts.ts';

/** Files that no other file relies on. */
const PROSE = /\.(?:md|rst|txt)$|(?:^|\/)(?:LICENSE|\.gitignore)$/;

/**
 * Which of the drafted tasks can be judged while others of the plan are not drafted: those that import nothing which the
 * others will write, and build on such tasks only. None while a settings file (package.json, tsconfig.json …) is to be
 * written, since everything may rely on that.
 */
export function usableTasks(
  plan: Plan,
  drafted: Drafted,
  tasks: { readonly asked: readonly string[]; readonly included: ReadonlySet<string> },
  isCode: (path: string) => boolean,
): string[] {
  const planned = tasksOf(plan).filter(({ id }) => tasks.included.has(id));
  const needs = new Map(planned.map(({ id, dependsOn }) => [id, dependsOn.filter((each) => tasks.included.has(each))]));
  const written = [...drafted.files, ...drafted.tests];
  let usable = new Set(tasks.asked);
  for (let count = -1; count !== usable.size;) {
    count = usable.size;
    const missing = new Set(planned.filter(({ id }) => !usable.has(id)).flatMap(filesOf));
    if ([...missing].some((path) => !isCode(path) && !PROSE.test(path))) return [];
    const early = new Set(written.filter((file) => reliesOn(file, missing)).map((file) => file.task));
    usable = new Set(
      [...usable].filter((id) => !early.has(id) && (needs.get(id) ?? []).every((each) => usable.has(each))),
    );
  }
  return [...usable];
}

function filesOf({ files, tests }: PlannedTask): string[] {
  return [...files, ...tests];
}

function reliesOn(file: DraftedFile, missing: ReadonlySet<string>): boolean {
  return missing.has(file.path) || findImportedPaths(file, missing).length > 0;
}
