import type { PlannedTask } from '#domain/plan/plan.ts';

/** The first cycle of task dependencies, written out (`T1 → T3 → T1`), or null. Unknown ids are passed over. */
export function findTaskCycle(tasks: readonly Pick<PlannedTask, 'id' | 'dependsOn'>[]): string | null {
  const needs = new Map(tasks.map((task) => [task.id, task.dependsOn]));
  const done = new Set<string>();
  for (const { id } of tasks) {
    const cycle = walk(id, needs, done);
    if (cycle !== null) return cycle.join(' → ');
  }
  return null;
}

/** Depth first without recursion, so that a long chain of a hostile plan cannot overflow the stack. */
function walk(start: string, needs: ReadonlyMap<string, readonly string[]>, done: Set<string>): string[] | null {
  const path: { id: string; next: number }[] = [{ id: start, next: 0 }];
  const on = new Set([start]);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const target = needs.get(top.id)?.[top.next];
    top.next += 1;
    if (target === undefined) {
      done.add(top.id);
      on.delete(top.id);
      path.pop();
    } else if (on.has(target)) {
      const ids = path.map(({ id }) => id);
      return [...ids.slice(ids.indexOf(target)), target];
    } else if (!done.has(target) && needs.has(target)) {
      on.add(target);
      path.push({ id: target, next: 0 });
    }
  }
  return null;
}
