import type { Draft } from '#domain/draft/draft.ts';
import { checkPath } from '#domain/plan/check-path.ts';
import type { PlannedTask } from '#domain/plan/plan.ts';
import { protectedAs } from '#domain/plan/protected-path.ts';

/** How the paths of a draft differ from those of its task; one sentence each. */
export function checkDraftPaths(draft: Draft, task: PlannedTask, protectedPaths: readonly string[]): string[] {
  const files = draft.files.map(({ path }) => path);
  const tests = draft.tests.map(({ path }) => path);
  return [
    ...compare('file', files, task.files),
    ...compare('test file', tests, task.tests),
    ...[...files, ...tests].flatMap((path) => {
      const what = protectedAs(path, protectedPaths);
      const wrong = checkPath(path) === null ? [] : [`The path ${shown(path)} is not allowed.`];
      return what === null ? wrong : [...wrong, `${shown(path)} may not be written: ${what} are protected.`];
    }),
  ];
}

function compare(what: string, written: readonly string[], planned: readonly string[]): string[] {
  return [
    ...planned
      .filter((path) => !written.includes(path))
      .map((path) => `The ${what} ${shown(path)} of the task is missing.`),
    ...[...new Set(written)]
      .filter((path) => !planned.includes(path))
      .map((path) => `${shown(path)} is not a ${what} of the task.`),
    ...[...new Set(written.filter((path, index) => written.indexOf(path) !== index))].map(
      (path) => `${shown(path)} is written twice.`,
    ),
  ];
}

function shown(path: string): string {
  return JSON.stringify(path.slice(0, 120));
}
