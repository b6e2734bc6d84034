import { tasksOf, type Plan, type PlannedTask } from '#domain/plan/plan.ts';

/**
 * A revised plan under the ids of the plan before it: a task that writes the same files, or has the same title, is the same
 * task and keeps its id; other tasks get numbers that were never used. Dependencies follow.
 */
export function keepTaskIds(previous: Plan, next: Plan): Plan {
  const before = tasksOf(previous);
  const after = tasksOf(next);
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const same of [sameFiles, sameTitle]) {
    for (const task of after) {
      const old = before.find((each) => !taken.has(each.id) && same(each, task));
      if (old === undefined || ids.has(task.id)) continue;
      ids.set(task.id, old.id);
      taken.add(old.id);
    }
  }
  const known = new Set([...before, ...after].map(({ id }) => id));
  for (const { id } of after) {
    const free = !before.some((each) => each.id === id);
    if (!ids.has(id)) ids.set(id, free && !taken.has(id) ? id : freshId(known));
  }
  return renamed(next, ids);
}

function renamed(plan: Plan, ids: ReadonlyMap<string, string>): Plan {
  const rename = (id: string) => ids.get(id) ?? id;
  const task = (each: PlannedTask) => ({ ...each, id: rename(each.id), dependsOn: each.dependsOn.map(rename) });
  return {
    ...plan,
    phases: plan.phases.map((phase) => ({
      ...phase,
      milestones: phase.milestones.map((milestone) => ({ ...milestone, tasks: milestone.tasks.map(task) })),
    })),
  };
}

function freshId(known: Set<string>): string {
  const highest = Math.max(0, ...[...known].map((id) => Number(/^T(\d+)$/u.exec(id)?.[1] ?? 0)));
  const id = `T${highest + 1}`;
  known.add(id);
  return id;
}

function sameFiles(one: PlannedTask, other: PlannedTask): boolean {
  const paths = (task: PlannedTask) => [...task.files, ...task.tests].sort().join('\n');
  return paths(one) !== '' && paths(one) === paths(other);
}

function sameTitle(one: PlannedTask, other: PlannedTask): boolean {
  return one.title.trim().toLowerCase() === other.title.trim().toLowerCase();
}
