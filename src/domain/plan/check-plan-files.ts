import { checkPath } from '#domain/plan/check-path.ts';
import type { PlannedTask } from '#domain/plan/plan.ts';
import { protectedAs } from '#domain/plan/protected-path.ts';

/** What is wrong with the paths that tasks write, one sentence each. */
export function checkFiles(tasks: readonly PlannedTask[], protectedPaths: readonly string[]): string[] {
  const bad = tasks.flatMap((task) => writes(task).flatMap((path) => checkOne(task.id, path, protectedPaths)));
  return [...bad, ...checkShared(tasks), ...checkNesting(tasks)];
}

function checkOne(id: string, path: string, protectedPaths: readonly string[]): string[] {
  const shown = JSON.stringify(path.slice(0, 120));
  const wrong = checkPath(path);
  if (wrong !== null) return [`${id} writes ${shown}: the path ${wrong}.`];
  const what = protectedAs(path, protectedPaths);
  return what === null ? [] : [`${id} writes ${shown}, but ${what} are protected.`];
}

/**
 * Tasks are drafted side by side as complete files, so a file has one task: a second one, even one that builds on the first,
 * would not see what the first writes and would undo it.
 */
function checkShared(tasks: readonly PlannedTask[]): string[] {
  const owners = new Map<string, { readonly id: string; readonly path: string }>();
  const problems: string[] = [];
  for (const { id, path } of tasks.flatMap((task) => writes(task).map((path) => ({ id: task.id, path })))) {
    const owner = owners.get(path.toLowerCase());
    if (owner === undefined) owners.set(path.toLowerCase(), { id, path });
    else if (owner.path !== path) problems.push(`${owner.path} and ${path} differ only in case.`);
    else if (owner.id === id) problems.push(`${id} lists ${path} twice.`);
    else problems.push(`${owner.id} and ${id} both write ${path}; one file belongs to one task.`);
  }
  return problems;
}

function checkNesting(tasks: readonly PlannedTask[]): string[] {
  const paths = [...new Set(tasks.flatMap(writes))];
  const files = new Set(paths);
  return paths.flatMap((path) => {
    const parts = path.split('/');
    const folder = parts
      .slice(1)
      .map((_, index) => parts.slice(0, index + 1).join('/'))
      .find((each) => files.has(each));
    return folder === undefined ? [] : [`${folder} is planned as a file and as the folder of ${path}.`];
  });
}

function writes({ files, tests }: PlannedTask): string[] {
  return [...files, ...tests];
}
