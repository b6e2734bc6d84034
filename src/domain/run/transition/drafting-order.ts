import type { TaskState } from '#domain/run/run.ts';

/**
 * The order in which tasks are handed to the model. Their interfaces are fixed by the plan, so none waits for another's code;
 * but the last draft is waited for, so the longest ones begin first (of equally long ones, the one with the longest path of
 * tasks that need it, then the plan's order).
 */
export function draftingOrder(tasks: readonly TaskState[]): TaskState[] {
  const paths = remainingPaths(tasks);
  return tasks.toSorted(
    (left, right) =>
      (right.linesOfCode ?? 0) - (left.linesOfCode ?? 0) || (paths.get(right.id) ?? 0) - (paths.get(left.id) ?? 0),
  );
}

/** Task → how many tasks the longest chain has that needs it. A plan has no cycles; were there one, it would be cut somewhere. */
function remainingPaths(tasks: readonly TaskState[]): Map<string, number> {
  const users = new Map<string, string[]>();
  for (const { id, dependsOn } of tasks)
    for (const needed of dependsOn) users.set(needed, [...(users.get(needed) ?? []), id]);
  const paths = new Map<string, number>();
  function measure(id: string, above: ReadonlySet<string>): number {
    const known = paths.get(id);
    if (known !== undefined || above.has(id)) return known ?? 0;
    const path = new Set([...above, id]);
    const length = Math.max(0, ...(users.get(id) ?? []).map((user) => 1 + measure(user, path)));
    paths.set(id, length);
    return length;
  }
  for (const { id } of tasks) measure(id, new Set());
  return paths;
}
