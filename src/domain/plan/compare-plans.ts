import { canonicalJson } from '#domain/plan/canonical-json.ts';
import { tasksOf, type Plan, type PlannedTask } from '#domain/plan/plan.ts';

/** What a revision made of a plan's tasks, by id. */
export interface PlanDifference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly dropped: readonly string[];
  readonly kept: readonly string[];
}

export function comparePlans(previous: Plan, next: Plan): PlanDifference {
  const before = new Map(tasksOf(previous).map((task) => [task.id, task]));
  const after = tasksOf(next);
  const isSame = (task: PlannedTask): boolean => canonicalJson(before.get(task.id)) === canonicalJson(task);
  const ids = (tasks: readonly PlannedTask[]): string[] => tasks.map(({ id }) => id);
  return {
    added: ids(after.filter(({ id }) => !before.has(id))),
    changed: ids(after.filter((task) => before.has(task.id) && !isSame(task))),
    dropped: [...before.keys()].filter((id) => !after.some((task) => task.id === id)),
    kept: ids(after.filter(isSame)),
  };
}

/**
 * Tasks that a revision does not touch: themselves unchanged, and so is everything that the tasks they build on offer. What
 * was drafted of them stays.
 */
export function untouchedTasks(previous: Plan, next: Plan): string[] {
  const offers = (plan: Plan) => new Map(tasksOf(plan).map((task) => [task.id, canonicalJson(task.exports)]));
  const [before, after] = [offers(previous), offers(next)];
  const needs = new Map(tasksOf(next).map((task) => [task.id, task.dependsOn]));
  return comparePlans(previous, next).kept.filter((id) =>
    (needs.get(id) ?? []).every((need) => before.get(need) === after.get(need)),
  );
}
